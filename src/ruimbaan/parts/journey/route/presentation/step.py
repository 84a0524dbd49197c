# SPDX-License-Identifier: EUPL-1.2
"""One step: what it is, how far it is, and what one can say about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.journey.kept_route import EventKind, KeptStep, StepKind
from ruimbaan.core.journey.kept_route_legs import legs
from ruimbaan.core.journey.kept_route_no import NO_ONE_REFUSED, Refused
from ruimbaan.core.journey.kept_route_progress import Progress, possible, progress_of
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import capital, day, in_words
from ruimbaan.parts.journey.presentation.sharing import who_sees
from ruimbaan.parts.journey.route.presentation.line import Stop, stops
from ruimbaan.parts.journey.route.store import Stored
from ruimbaan.ui.components import Fact, Link

HAPPENED = (EventKind.ASKED, EventKind.BEGAN, EventKind.DONE)
LABELS = {
    EventKind.ASKED: Text("Ik heb het gevraagd", "I asked for it"),
    EventKind.BEGAN: Text("Het is begonnen", "It has begun"),
    EventKind.DONE: Text("Het is klaar", "It is done"),
}
DONE_BY_ME = Text("Gedaan", "Done")


@dataclass(frozen=True, slots=True)
class Say:
    """A button with which the person says something."""

    value: str
    label: str


def step_page(
    own: Own,
    stored: Stored,
    step: KeptStep,
    refused: Refused = NO_ONE_REFUSED,
    error: DomainError | None = None,
) -> dict[str, object]:
    progress = progress_of(stored.route, step)
    can = possible(step, progress)
    return {
        "title": in_words(step.what),
        "crumbs": (home_crumb(), route_crumb(), Link(in_words(step.what))),
        "stops": _stops(own, stored, step, refused),
        "facts": tuple(_facts(step, progress, own.today)),
        "say": in_words(step.say),
        "happened": tuple(_buttons(step, can)),
        "can_move": EventKind.MOVED in can,
        "can_come": EventKind.COMING in can,
        "can_stop": EventKind.CANNOT in can,
        "so_far": _so_far(progress, own.today),
        "is_own": step.kind is StepKind.OWN,
        "hand_over": _hand_over(step, progress),
        "look_back": _look_back(step, progress),
        "look_again": progress.cannot is not None or progress.moved is not None,
        "stopped": progress.cannot is not None,
        "today": own.today.isoformat(),
        "version": stored.version,
        "seen_by": who_sees(own, Part.ROUTE),
        "error": told(error),
    }


def route_crumb() -> Link:
    return Link(_("Mijn route"), reverse("journey:route"))


def _stops(own: Own, stored: Stored, step: KeptStep, refused: Refused) -> tuple[Stop, ...]:
    line = legs(stored.route, own.today, refused)
    return stops((leg for leg in line if leg.step == step), own.today)


def _facts(step: KeptStep, progress: Progress, today: date) -> Iterator[Fact]:
    if step.who:
        yield Fact(_("Bij wie"), step.who)
    if bring := in_words(step.bring):
        yield Fact(_("Neem mee"), bring)
    if yes_by := in_words(step.yes_by):
        yield Fact(_("Ja zeggen kan"), yes_by)
    open_still = step.wait and not progress.is_touched
    if open_still and step.latest is not None and step.latest > today:
        yield Fact(_("Vraag het uiterlijk"), day(step.latest, today))


def _buttons(step: KeptStep, can: frozenset[EventKind]) -> Iterator[Say]:
    for kind in HAPPENED:
        if kind in can:
            mine = step.kind is StepKind.OWN and kind is EventKind.DONE
            yield Say(kind.value, in_words(DONE_BY_ME if mine else LABELS[kind]))


def _hand_over(step: KeptStep, progress: Progress) -> str:
    """Where one asks somebody else to take it over; empty when it is over, or one's own to do."""
    if step.kind is StepKind.OWN or progress.is_over:
        return ""
    return f"{reverse('handoff:compose')}?stap={step.id}"


def _look_back(step: KeptStep, progress: Progress) -> str:
    """Where one says whether it was in time; empty as long as there is nothing to look back on."""
    if progress.began is None and progress.done is None:
        return ""
    return f"{reverse('journey:looking-back')}?over={step.id}"


def _so_far(progress: Progress, today: date) -> tuple[str, ...]:
    """What the person said, the last one at the end."""
    said = (
        (progress.asked, _("gevraagd op %(day)s")),
        (progress.began, _("begonnen op %(day)s")),
        (progress.done, _("klaar op %(day)s")),
        (progress.coming, _("je bent erbij, dat zei je op %(day)s")),
        (progress.moved, _("het schoof naar %(day)s")),
        (progress.cannot, _("het lukte niet, dat zei je op %(day)s")),
        (progress.refused, _("na een nee koos je een andere weg op %(day)s")),
    )
    return tuple(
        capital(words % {"day": day(moment, today)}) for moment, words in said if moment is not None
    )
