# SPDX-License-Identifier: EUPL-1.2
"""How far something is and how it is called, as people say it."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import Listing

NEAR, KILOMETRE = 100, 1_000  # metres
FAR = 10 * KILOMETRE  # from here on in whole kilometres


def distance_words(metres: float | None) -> str:
    """Rounded: nobody walks in a straight line. Nothing when there is nothing to measure from."""
    if metres is None:
        return ""
    if metres < NEAR:
        return _("minder dan 100 meter")
    hundreds = round(metres / NEAR)
    if hundreds * NEAR < KILOMETRE:
        return _("%(n)d meter") % {"n": hundreds * NEAR}
    if metres >= FAR:
        kilometres = number_format(round(metres / KILOMETRE))
    else:
        kilometres = number_format(hundreds / 10, decimal_pos=1 if hundreds % 10 else 0)
    return _("%(n)s kilometer") % {"n": kilometres}


def name_of(listing: Listing) -> Text:
    return Text(listing.name, listing.name_en)
