# SPDX-License-Identifier: EUPL-1.2
"""The page for the person alone: a hard time or a pause, and what keeps the place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from ruimbaan.core.journey.kept_route import AtRisk, KeptRoute
from ruimbaan.core.journey.kept_route_legs import LegState, legs, risks_ahead
from ruimbaan.core.journey.kept_route_moments import Moment, MomentKind, PrivateSide
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import day, in_words
from ruimbaan.parts.journey.route.presentation.line import Stop, stop
from ruimbaan.parts.journey.route.presentation.step import route_crumb
from ruimbaan.parts.journey.route.protecting import in_a_hard_time, is_right, is_sure
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Choices, Link, Option

KINDS = {
    MomentKind.HARD: Text("Ik heb een moeilijke periode", "I am having a hard time"),
    MomentKind.PAUSE: Text("Ik neem even pauze", "I am taking a break"),
}
SENTENCES = (
    Text(
        "Ik had een moeilijke periode. Ik wil verder. Blijft mijn plek staan?",
        "I had a hard time. I want to go on. Does my place stay?",
    ),
    Text(
        "Ik heb even pauze nodig. Wilt u mijn plek bewaren?",
        "I need a break for a while. Will you keep my place?",
    ),
    Text(
        "Ik vertel niet wat er was. Ik vraag wel hulp om verder te gaan.",
        "I do not tell what happened. I do ask for help to go on.",
    ),
)
"""To say to somebody; the person chooses whether, to whom and which."""


@dataclass(frozen=True, slots=True)
class Protects:
    """One rule with room to keep the place. `sure`: somebody read its source."""

    title: str
    room: str
    who: str
    say: str
    url: str
    right: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Risk:
    what: str
    when: str
    who: str
    say: str


@dataclass(frozen=True, slots=True)
class Past:
    id: UUID
    words: str
    text: str


def hard_time_page(
    own: Own,
    route: KeptRoute | None,
    side: PrivateSide,
    people: Iterable[Told],
    typed: str = "",
    chosen: str = "",
    error: DomainError | None = None,
) -> dict[str, object]:
    risks = risks_ahead(route, own.today) if route else ()
    return {
        "crumbs": (home_crumb(), route_crumb(), Link(_("Alleen voor mij"))),
        "form_id": uuid4(),
        "now": past(side.running, own.today) if side.running else None,
        "before": tuple(past(one, own.today) for one in side.moments if one.until),
        "choices": _choices(chosen),
        "typed": typed,
        "error": told(error),
        "place": _place(route, own.today) if route else (),
        "protects": _protecting(route, risks) if route else (),
        "risks": tuple(_risk(risk, own.today) for risk in risks),
        "people": tuple((one.values["name"], one.values.get("reach", "")) for one in people),
        "sentences": tuple(in_words(sentence) for sentence in SENTENCES),
    }


def _choices(chosen: str) -> Choices:
    """Nothing is ticked beforehand: a tap must never say more than the person does."""
    options = tuple(
        Option(kind.value, in_words(text), checked=kind.value == chosen)
        for kind, text in KINDS.items()
    )
    return Choices("soort", _("Wat is er nu?"), options)


def past(moment: Moment, today: date) -> Past:
    words = in_words(KINDS[moment.kind])
    since = day(moment.since, today)
    if moment.until is None:
        said = _("%(what)s, sinds %(day)s") % {"what": words, "day": since}
    else:
        dates = {"what": words, "day": since, "until": day(moment.until, today)}
        said = _("%(what)s, van %(day)s tot %(until)s") % dates
    return Past(moment.id, moment.words, said)


def _place(route: KeptRoute, today: date) -> tuple[Stop, ...]:
    """Where the person is on the route: what is going on, or else what comes first."""
    line = legs(route, today)
    open_legs = [leg for leg in line if leg.state not in {LegState.DONE, LegState.STOPPED}]
    here = [leg for leg in open_legs if leg.state in {LegState.GOING, LegState.WAITING}]
    return tuple(stop(leg, today) for leg in (here or open_legs[:1]))


def _protecting(route: KeptRoute, risks: tuple[AtRisk, ...]) -> tuple[Protects, ...]:
    names = dict.fromkeys(risk.rule for risk in risks if risk.rule)
    return tuple(_protects(rule) for rule in in_a_hard_time(route.region, names))


def _risk(risk: AtRisk, today: date) -> Risk:
    when = day(max(risk.first, today), today)
    return Risk(in_words(risk.what), when, in_words(risk.left_undone_by), in_words(risk.say))


def _protects(rule: RuleText) -> Protects:
    plain = rule.plain
    return Protects(
        title=in_words(plain.title),
        room=in_words(plain.room),
        who=in_words(plain.who_can_say_yes),
        say=in_words(plain.say_this),
        url=rule_url(rule.id),
        right=is_right(rule),
        sure=is_sure(rule),
    )
