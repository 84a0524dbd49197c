# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of routes: an answer turned into what its templates show, and where else
to ask after a no."""

from __future__ import annotations

from ruimbaan.parts.routes.next_best import NextPlace, next_best
from ruimbaan.parts.routes.ordering import in_order
from ruimbaan.parts.routes.presentation.asks import who_may_say_yes
from ruimbaan.parts.routes.presentation.comparing import Comparison, compare
from ruimbaan.parts.routes.presentation.how_sure import ASKED, HowSure, how_sure
from ruimbaan.parts.routes.presentation.matters import CODES, MATTERS, choosing, matter_names
from ruimbaan.parts.routes.presentation.page import Page, page
from ruimbaan.parts.routes.presentation.payers import payer_name
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.ways import shown_rows, way_title
from ruimbaan.parts.routes.presentation.words import day_words, length, told

__all__ = [
    "ASKED",
    "CODES",
    "MATTERS",
    "Comparison",
    "HowSure",
    "NextPlace",
    "Page",
    "Shown",
    "choosing",
    "compare",
    "day_words",
    "how_sure",
    "in_order",
    "length",
    "matter_names",
    "next_best",
    "page",
    "payer_name",
    "shown_rows",
    "told",
    "way_title",
    "who_may_say_yes",
]
