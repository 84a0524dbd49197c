# SPDX-License-Identifier: EUPL-1.2
"""Sentences that the list and the page of one place share: the wait, the gate, the link to a rule."""

from __future__ import annotations

from typing import cast

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.parts.directory.queries import gate_of
from ruimbaan.parts.directory.wording import wording

WEEK, MONTH = 7, 30  # days
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


def gate_words(service: Service) -> str:
    return said(gate_of(service).text)


def what_it_is(service: Service) -> str:
    kind = wording().kinds.get(service.type or 0)
    return said(kind.what) if kind else ""
