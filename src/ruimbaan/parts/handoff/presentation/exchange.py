# SPDX-License-Identifier: EUPL-1.2
"""The page on which a worker brings a file of another system, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.handoff.exchange import Taken
from ruimbaan.parts.handoff.presentation.sender import crumbs
from ruimbaan.parts.handoff.wording import ENDS
from ruimbaan.ui.components import Alert
from ruimbaan.ui.reader import explained, in_words


@dataclass(frozen=True, slots=True)
class Line:
    """One handoff of the file: where it stands now, and whether the file changed that."""

    says: str
    url: str


def in_page(taken: Iterable[Taken] = (), error: DomainError | None = None) -> dict[str, object]:
    return {
        "crumbs": crumbs(_("Bestand uit uw systeem")),
        "taken": tuple(_line(one) for one in taken),
        "error": _told(error),
    }


def out_page(error: DomainError) -> dict[str, object]:
    return {"error": _told(error)}


def _told(error: DomainError | None) -> Alert | None:
    """With its code: who keeps the other system can look it up."""
    return Alert(f"{error.code}: {explained(error)}", "error") if error else None


def _line(one: Taken) -> Line:
    state = in_words(ENDS[one.state])
    says = _("Bewaard: {stand}.") if one.changed else _("Was al zo: {stand}.")
    return Line(says.format(stand=state), reverse("handoff:work", args=[one.handoff]))
