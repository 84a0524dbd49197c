# SPDX-License-Identifier: EUPL-1.2
"""The route as one line of stops, in words. The organisation is the subject of a wait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.journey.kept_route import KeptRoute, KeptStep
from ruimbaan.core.journey.kept_route_legs import OVER, Leg, LegKind, LegState, Wait, legs
from ruimbaan.parts.journey.presentation.saying import capital, day, in_words, listed
from ruimbaan.parts.routes.services import length
from ruimbaan.ui.components import StepState


class Who(Protocol):
    """Who answers for a wish or step today: a sentence, and a link with what it does."""

    @property
    def says(self) -> str: ...

    @property
    def does(self) -> str: ...

    @property
    def url(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop. `url` leads to its step; `about` names it for who does not see the line; `who` says
    who is there for it today."""

    id: str
    state: StepState
    when: str
    title: str
    lines: tuple[str, ...]
    url: str = ""
    about: str = ""
    who: Who | None = None


NO_ONE_ELSE: Mapping[UUID, Who] = {}


def line(route: KeptRoute, today: date) -> tuple[Stop, ...]:
    """Without what was handed over: as whoever it is shown to may see it."""
    return stops(legs(route, today), today)


def stops(
    line: Iterable[Leg], today: date, people: Mapping[UUID, Who] = NO_ONE_ELSE
) -> tuple[Stop, ...]:
    """`people`: who answers today, by wish or step."""
    return tuple(stop(leg, today, people) for leg in line)


def stop(leg: Leg, today: date, people: Mapping[UUID, Who] = NO_ONE_ELSE) -> Stop:
    return Stop(
        id=leg.id,
        state=_state(leg),
        when=capital(_when(leg, today)),
        title=_title(leg),
        lines=tuple(_lines(leg, today)),
        url=reverse("journey:route-step", args=[leg.step.id]) if leg.step else "",
        about=what_of(leg),
        who=_who_at(leg, people),
    )


def _who_at(leg: Leg, people: Mapping[UUID, Who]) -> Who | None:
    """At the wish itself; of a step without a wish of its own at the stop where it begins."""
    if leg.state in OVER:
        return None
    if leg.goals:
        return next((people[goal.id] for goal in leg.goals if goal.id in people), None)
    if leg.state is LegState.REFUSED and leg.step:
        about = (leg.step.id, *leg.step.goals)
        return next((people[one] for one in about if one in people), None)
    begins = leg.kind is not LegKind.THERE or (leg.step is not None and not leg.step.wait)
    return people.get(leg.step.id) if leg.step and begins else None


def who(step: KeptStep | None) -> str:
    return (step.who if step else "") or _("de organisatie")


def days(number: int) -> str:
    """A wait so far is counted in days: that is how it is lived."""
    return ngettext("%(n)d dag", "%(n)d dagen", number) % {"n": number}


def around(moment: date, today: date) -> str:
    """As in "vandaag" or "rond 26 april": waits change, so no day that is to come is exact."""
    return _("vandaag") if moment <= today else _("rond %(day)s") % {"day": day(moment, today)}


def _state(leg: Leg) -> StepState:
    if leg.state is LegState.DONE:
        return "done"
    if leg.state in {LegState.NOW, LegState.GOING}:
        return "now"
    if leg.state is LegState.WAITING:
        return "wait"
    if leg.goals and leg.state is LegState.LATER:
        return "goal"
    return "later"


def _when(leg: Leg, today: date) -> str:
    if leg.first is None:
        return ""
    first = day(leg.first, today)
    if leg.state is LegState.REFUSED:
        return _("nee op %(day)s") % {"day": first}
    if leg.state is LegState.LATER and leg.unsure:
        return _("de dag is nog niet zeker")
    if leg.state is LegState.DONE:
        return _("klaar op %(day)s") % {"day": day(leg.last or leg.first, today)}
    if leg.state is LegState.STOPPED:
        return day(leg.last or leg.first, today)
    if leg.kind is LegKind.WAIT:
        return _("sinds %(day)s") % {"day": first}
    if leg.state is LegState.GOING:
        if leg.last is None:
            return _("vanaf %(day)s") % {"day": first}
        return _("%(start)s tot %(end)s") % {"start": first, "end": day(leg.last, today)}
    return _("nu") if leg.state is LegState.NOW else around(leg.first, today)


def _title(leg: Leg) -> str:
    if leg.kind is LegKind.ASK and leg.step:
        return _("Vraag aan: %(what)s") % {"what": what_of(leg)}
    if leg.kind is LegKind.WAIT and leg.step:
        return _("Wachten: %(what)s") % {"what": what_of(leg)}
    if leg.goals:
        return capital(listed([in_words(goal.text) for goal in leg.goals]))
    return what_of(leg)


def what_of(leg: Leg) -> str:
    """As in "begeleiding thuis (keer 2 van 3)"."""
    if leg.step is None:
        return ""
    what = in_words(leg.step.what)
    if leg.turn is None:
        return what
    times = {"what": what, "n": leg.turn.number, "of": leg.turn.of}
    return _("%(what)s (keer %(n)s van %(of)s)") % times


def _lines(leg: Leg, today: date) -> list[str]:
    if leg.state is LegState.NOT_YET:
        return [_("Hier is nog geen weg heen.")]
    if leg.state is LegState.REFUSED:
        return [
            _("Hier kwam een nee. Dat ligt niet aan jou."),
            _("Je hoeft hier niet meer op te wachten."),
            _("De stappen hierna schuiven misschien."),
        ]
    if leg.state is LegState.STOPPED:
        why = _("Hier kwam een nee. Dat ligt niet aan jou.")
        return [why if leg.refused else _("Dit lukte niet. Dat mag."), *_still_to_choose(leg)]
    if leg.kind is LegKind.ASK and leg.step:
        return _how_to_ask(leg, leg.step, today)
    if leg.wait is not None:
        return _how_long(leg.wait, today)
    return [*_where(leg), *until_when(leg, today)]


def _still_to_choose(leg: Leg) -> list[str]:
    if not leg.unsure:
        return []
    another_way = _("Zoek een andere weg bij: Er is iets anders.")
    return [another_way, _("De stappen hierna schuiven misschien.")]


def _where(leg: Leg) -> list[str]:
    if leg.step is None:
        return []
    place = [_("Bij %(who)s.") % {"who": leg.step.who}] if leg.step.who else []
    if leg.goals:
        return [f"{what_of(leg)}.", *place]
    return place


def until_when(leg: Leg, today: date) -> list[str]:
    """Until which day it can be done; nothing when that does not matter."""
    if leg.latest is None:
        return []
    if leg.latest > today:
        return [_("Doe dat uiterlijk %(day)s.") % {"day": day(leg.latest, today)}]
    return [_("Doe dat zo snel als het lukt.")] if leg.state is LegState.NOW else []


def _how_to_ask(leg: Leg, step: KeptStep, today: date) -> list[str]:
    found = [_("Bij %(who)s.") % {"who": who(step)}, *until_when(leg, today)]
    found.append(_("Daarna wacht je %(length)s.") % {"length": length(step.wait)})
    return found


def _how_long(wait: Wait, today: date) -> list[str]:
    """How long already, who is to move, and from when one may call."""
    names = {"who": who(wait.step), "days": days(wait.days), "day": day(wait.until, today)}
    found = [_("Je wacht al %(days)s op %(who)s.") % names] if wait.days else []
    if today < wait.call_from:
        found.append(capital(_("%(who)s heeft tijd tot %(day)s.") % names))
        found.append(_("Bellen mag vanaf %(day)s.") % {"day": day(wait.call_from, today)})
    else:
        found.append(capital(_("%(who)s had tijd tot %(day)s.") % names))
        found.append(_("Je mag nu bellen."))
    return found
