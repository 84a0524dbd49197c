# SPDX-License-Identifier: EUPL-1.2
"""Why this way: of each step what it is for, what had to come first and by which rule, and why no
other place. And why not one place that the reader names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.answer import NeedMet, Step
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.why_not_service import failing_conditions, givers
from ruimbaan.parts.directory.queries import is_place
from ruimbaan.parts.routecheck.answering import Solved
from ruimbaan.parts.routecheck.presentation.not_these import AskedBy, NotThis, asked_by, not_this
from ruimbaan.parts.routecheck.presentation.way import shown_way
from ruimbaan.parts.routes.services import Shown, way_title


@dataclass(frozen=True, slots=True)
class First:
    """What a step asks, how it is met, and the rule that asks it."""

    text: str
    rule: AskedBy | None


@dataclass(frozen=True, slots=True)
class StepBecause:
    what: str
    who: str
    when: str
    serves: tuple[str, ...]
    first: tuple[First, ...]
    others: tuple[NotThis, ...]


@dataclass(frozen=True, slots=True)
class WhyNotPlace:
    """`gives`: for what one could go there; `instead`: where that comes from on this way."""

    answer: NotThis
    used: bool
    gives: tuple[str, ...]
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceToAsk:
    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Because:
    way_title: str
    steps: tuple[StepBecause, ...]
    places: tuple[PlaceToAsk, ...]
    place: WhyNotPlace | None


def because(solved: Solved, language: Language, place: str) -> Because:
    """`place`: the id of a service that the reader asks about; what is no place is not answered."""
    shown, solver = shown_way(solved, language), solved.solver
    asked = shown.world.services.get(place)
    return Because(
        way_title=way_title(shown, shown.flexed_rules(shown.plan)),
        steps=tuple(_step(shown, solver, step) for step in shown.plan.steps),
        places=tuple(_places(shown, place)),
        place=_place(shown, solver, place) if asked is not None and is_place(asked) else None,
    )


def _step(shown: Shown, solver: Solver, step: Step) -> StepBecause:
    service = shown.world.services[step.service]
    used = {one.service for one in shown.plan.steps}
    given = dict.fromkeys(fact for fact, _words in _serves(shown, step))
    names = dict.fromkeys(name for fact in given for name in givers(solver, fact))
    return StepBecause(
        what=service.label.in_language(shown.language),
        who=service.provider,
        when=shown.around(step.apply),
        serves=tuple(dict.fromkeys(words for _fact, words in _serves(shown, step))),
        first=tuple(_first(shown, need) for need in step.needs),
        others=tuple(
            not_this(shown, failing_conditions(solver, name)) for name in names if name not in used
        ),
    )


def _serves(shown: Shown, step: Step) -> Iterator[tuple[str, str]]:
    """What comes of it: a wish, or what a later step asks. With the fact that it gives."""
    service = shown.world.services[step.service]
    gives = {gift.fact for gift in service.gives}
    for goal in shown.situation.goals:
        if goal.fact in gives and shown.plan.arrivals[goal.fact] in {step.start, step.end}:
            yield goal.fact, _("Dit wil je zelf: %(goal)s.") % {"goal": shown.name(goal.fact)}
    for later in shown.plan.steps:
        for need in later.needs:
            if need.by_service == step.service and need.holds:
                words = {"what": shown.title(later.service), "fact": shown.name(need.fact)}
                yield need.fact, _("%(what)s vraagt: %(fact)s.") % words
    if service.is_support:
        yield "", _("Zo ben je deze dagen niet zonder steun.")


def _first(shown: Shown, need: NeedMet) -> First:
    rule = asked_by(shown, need.rule) if need.rule else None
    words = {"fact": shown.title(need.fact)}
    if need.bent:
        return First(_("%(fact)s: dat vraagt de regel. Hier kan het anders.") % words, rule)
    if not need.holds:
        return First(_("%(fact)s: dat is hier niet zo.") % words, rule)
    if need.by_service is None:
        return First(_("%(fact)s: dat klopt bij jou.") % words, rule)
    words["what"] = shown.name(need.by_service)
    return First(_("%(fact)s: dat komt van %(what)s.") % words, rule)


def _places(shown: Shown, chosen: str) -> Iterator[PlaceToAsk]:
    found = (one for one in shown.world.services.values() if is_place(one))
    named = ((one.label.in_language(shown.language), one) for one in found)
    for label, one in sorted(named, key=lambda pair: (pair[0].casefold(), pair[1].id)):
        text = f"{label}, {one.provider}" if one.provider else label
        yield PlaceToAsk(one.id, text, one.id == chosen)


def _place(shown: Shown, solver: Solver, name: str) -> WhyNotPlace:
    service = shown.world.services[name]
    wanted = _wanted(shown)
    gives = tuple(dict.fromkeys(gift.fact for gift in service.gives if gift.fact in wanted))
    return WhyNotPlace(
        answer=not_this(shown, failing_conditions(solver, name)),
        used=any(step.service == name for step in shown.plan.steps),
        gives=tuple(shown.title(fact) for fact in gives),
        instead=tuple(_instead(shown, gives)),
    )


def _wanted(shown: Shown) -> set[str]:
    """The wishes, and what the steps of this way ask."""
    goals = {goal.fact for goal in shown.situation.goals}
    return goals | {need.fact for step in shown.plan.steps for need in step.needs if need.holds}


def _instead(shown: Shown, facts: tuple[str, ...]) -> Iterator[str]:
    for fact in facts:
        for step in shown.plan.steps:
            if any(gift.fact == fact for gift in shown.world.services[step.service].gives):
                words = {"fact": shown.title(fact), "what": shown.name(step.service)}
                words["day"] = shown.around(step.start)
                yield _("%(fact)s: op jouw weg van %(what)s, %(day)s.") % words
                break
