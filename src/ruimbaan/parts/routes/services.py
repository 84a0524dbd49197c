# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of the route page: an answer turned into what its templates show."""

from __future__ import annotations

from ruimbaan.parts.routes.presentation.page import Page, page
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import day_words, length, told

__all__ = ["Page", "Shown", "day_words", "length", "page", "told"]
