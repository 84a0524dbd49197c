# SPDX-License-Identifier: EUPL-1.2
"""Who lets the person wait, and the one thing that is next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.journey.kept_route_legs import (
    Leg,
    LegKind,
    LegState,
    Wait,
    next_to_do,
    waiting,
)
from ruimbaan.parts.journey.presentation.saying import capital, day, in_words
from ruimbaan.parts.journey.route.presentation.line import around, days, until_when, who


@dataclass(frozen=True, slots=True)
class Waiting:
    """`say` is what one can say on the phone; empty as long as it is not time to call."""

    title: str
    lines: tuple[str, ...]
    say: str
    url: str
    about: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """`kicker` says when; the button leads to the step."""

    kicker: str
    title: str
    lines: tuple[str, ...]
    say: str
    url: str


def waits(line: tuple[Leg, ...], today: date) -> tuple[Waiting, ...]:
    return tuple(_told(wait, today) for wait in waiting(line))


def _told(wait: Wait, today: date) -> Waiting:
    names = {
        "who": who(wait.step),
        "day": day(wait.until, today),
        "asked": day(wait.asked, today),
        "days": days(wait.days),
        "call": day(wait.call_from, today),
    }
    asked = [_("Jij vroeg het op %(asked)s.") % names]
    if wait.days:
        asked.append(_("Je wacht al %(days)s op %(who)s.") % names)
    if today >= wait.call_from:
        title = capital(_("%(who)s had tijd tot %(day)s.") % names)
        lines = [*asked, _("Je mag nu bellen.")]
        say = _("Ik wacht al %(days)s. Op welke dag kan ik beginnen?") % names
    else:
        title = capital(_("%(who)s heeft tijd tot %(day)s.") % names)
        calm = [_("Nu hoef je niets te doen."), _("Niets gehoord? Bel vanaf %(call)s.") % names]
        lines, say = [*asked, *calm], ""
    return Waiting(
        title=title,
        lines=tuple(lines),
        say=say,
        url=reverse("journey:route-step", args=[wait.step.id]),
        about=in_words(wait.step.what),
    )


def _kicker(leg: Leg, today: date) -> str:
    if leg.state is LegState.NOW or leg.first is None:
        return _("Dit kun je nu doen")
    return _("Dit komt hierna: %(when)s") % {"when": around(leg.first, today)}


def next_step(line: tuple[Leg, ...], today: date) -> NextStep | None:
    leg = next_to_do(line, today)
    if leg is None or leg.step is None:
        return None
    step = leg.step
    lines = [_("Bij %(who)s.") % {"who": step.who}] if step.who else []
    lines += until_when(leg, today)
    if bring := in_words(step.bring):
        lines.append(_("Neem mee: %(what)s") % {"what": bring})
    what = {"what": in_words(step.what)}
    return NextStep(
        kicker=_kicker(leg, today),
        title=_("Vraag aan: %(what)s") % what if leg.kind is LegKind.ASK else what["what"],
        lines=tuple(lines),
        say=in_words(step.say),
        url=reverse("journey:route-step", args=[step.id]),
    )
