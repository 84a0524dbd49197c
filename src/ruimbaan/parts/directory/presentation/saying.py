# SPDX-License-Identifier: EUPL-1.2
"""Sentences that the list and the page of one place share: the wait, the gate, the link to a rule."""

from __future__ import annotations

from typing import cast

from django.utils import formats
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.parts.directory.wording import Gate, wording

WEEK, MONTH = 7, 30  # days
KILOMETRE = 1000  # metres
LONG = 26 * WEEK  # from here on in months: nobody counts 38 weeks


def language() -> Language:
    return cast(Language, get_language())


def said(text: Text) -> str:
    return text.in_language(language())


def wait_words(days: int | None) -> str:
    """A wait is never exact, and one that nobody knows is never guessed."""
    if days is None:
        return _("weten we niet, bel en vraag het")
    if days == 0:
        return _("geen wachttijd")
    return _("ongeveer %(time)s") % {"time": about(days)}


def about(days: int) -> str:
    """As in "5 dagen", "4 weken" or "9 maanden": rounded, for a length that varies anyway."""
    if days >= LONG:
        months = round(days / MONTH)
        return ngettext("%(n)d maand", "%(n)d maanden", months) % {"n": months}
    if days >= WEEK:
        weeks = round(days / WEEK)
        return ngettext("%(n)d week", "%(n)d weken", weeks) % {"n": weeks}
    return ngettext("%(n)d dag", "%(n)d dagen", days) % {"n": days}


def gate_of(code: str) -> Gate:
    return wording().gates.get(code, Gate())


def gate_text(code: str) -> str:
    return said(gate_of(code).text)


def kind_words(kind: int | None) -> str:
    """What support of this kind is; nothing for a kind without a number."""
    found = wording().kinds.get(kind or 0)
    return said(found.what) if found else ""


def cost_words(*, is_free: bool) -> str:
    return _("gratis") if is_free else _("dit kost geld")


def away_words(metres: float) -> str:
    """As the crow flies, rounded: nobody walks in a straight line."""
    if metres < KILOMETRE:
        return _("%(n)d meter") % {"n": max(100, round(metres / 100) * 100)}
    kilometres = formats.number_format(round(metres / KILOMETRE, 1), 1)
    return _("%(n)s kilometer") % {"n": kilometres}


def language_name(code: str) -> str:
    """A language that we have no name for is told by its code."""
    found = wording().languages.get(code)
    return said(found) if found else code


def checked_by(who: str) -> str:
    """A role as it stands in the data, in the reader's language where we know it."""
    return said(wording().checked_by.get(who, Text(who)))
