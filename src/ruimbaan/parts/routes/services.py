# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of routes: an answer turned into what its templates show, and where else
to ask after a no."""

from __future__ import annotations

from ruimbaan.parts.routes.next_best import NextPlace, next_best
from ruimbaan.parts.routes.presentation.page import Page, page
from ruimbaan.parts.routes.presentation.payers import payer_name
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import day_words, length, told

__all__ = [
    "NextPlace",
    "Page",
    "Shown",
    "day_words",
    "length",
    "next_best",
    "page",
    "payer_name",
    "told",
]
