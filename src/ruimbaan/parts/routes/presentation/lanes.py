# SPDX-License-Identifier: EUPL-1.2
"""From a plan to the route picture: legs in lanes, goals as flags, and how it goes without room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from ruimbaan.core.directory.service import Gift, Service
from ruimbaan.core.planner.answer import Step
from ruimbaan.parts.routes.presentation.payers import lane_name, lane_order, payer_name, payer_of
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import length
from ruimbaan.ui.pictures.route_model import (
    Flag,
    Lane,
    Leg,
    Link,
    Piece,
    PieceKind,
    RoutePicture,
    Without,
    WithoutRow,
)


def route_picture(shown: Shown) -> RoutePicture:
    legs = tuple(_leg(shown, step) for step in shown.plan.steps)
    return RoutePicture(
        title=_("De route op een tijdlijn"),
        description=_description(shown),
        today=shown.answer.as_of,
        lanes=tuple(_lanes(shown, legs)),
        links=tuple(_links(shown)),
        without=_without(shown),
    )


def _description(shown: Shown) -> str:
    """The goals with their days; the table below the picture has the rest."""
    reached = (
        f"{shown.title(goal.fact)}: {shown.around(arrival)}."
        for goal in shown.situation.goals
        if (arrival := shown.plan.arrivals[goal.fact]) is not None
    )
    return " ".join((*reached, _("De tabel onder het plaatje geeft dezelfde dagen.")))


def _leg(shown: Shown, step: Step) -> Leg:
    service = shown.world.services[step.service]
    rings = shown.rings()
    return Leg(
        id=leg_id(step),
        what=service.label.in_language(shown.language),
        who=service.provider,
        payer=payer_of(service),
        payer_name=payer_name(service),
        asked=shown.date(step.apply),
        starts=shown.date(step.start),
        ends=_end(shown, service, step),
        wait=length(step.wait) if step.wait else "",
        rings=tuple(sorted(rings[rule] for rule in step.rules if rule in rings)),
        thanks_to_room=any(need.bent and need.rule in rings for need in step.needs),
        latest=shown.date(step.latest),
    )


def leg_id(step: Step) -> str:
    return f"{step.service}@{step.apply}"


def _end(shown: Shown, service: Service, step: Step) -> date | None:
    """A service without length that gives what one wants, is had from then on."""
    if step.end > step.start:
        return shown.date(step.end)
    goals = {goal.fact for goal in shown.situation.goals}
    gifts = [g for g in service.gives if g.fact in goals and not g.while_receiving]
    if not gifts:
        return shown.date(step.start)
    if any(gift.valid is None for gift in gifts):
        return None
    return shown.date(step.start) + timedelta(days=max(_valid(gift) for gift in gifts))


def _valid(gift: Gift) -> int:
    return gift.valid or 0


def _lanes(shown: Shown, legs: tuple[Leg, ...]) -> Iterator[Lane]:
    services = [shown.world.services[step.service] for step in shown.plan.steps]
    names = [lane_name(service) for service in services]
    for name in sorted(dict.fromkeys(names), key=lane_order):
        mine = tuple(leg for leg, lane in zip(legs, names, strict=True) if lane == name)
        payers = dict.fromkeys(leg.payer_name for leg in mine if leg.payer_name)
        yield Lane(
            name=name,
            payer_names=", ".join(payers),
            payer=mine[0].payer,
            legs=mine,
            flags=tuple(_flags(shown, name, names)),
        )


def _flags(shown: Shown, lane: str, lanes: list[str]) -> Iterator[Flag]:
    """The goals that a step of this lane brings; a goal no step brings waves in the first lane."""
    for goal in shown.situation.goals:
        arrival = shown.plan.arrivals[goal.fact]
        if arrival is None or arrival == 0:
            continue
        if _lane_of_goal(shown, goal.fact, arrival, lanes) == lane:
            yield Flag(shown.title(goal.fact), shown.date(arrival))


def _lane_of_goal(shown: Shown, goal: str, arrival: int, lanes: list[str]) -> str:
    steps = list(zip(shown.plan.steps, lanes, strict=True))
    for step, lane in steps:
        gives = shown.world.services[step.service].gives
        if any(gift.fact == goal for gift in gives) and arrival in {step.start, step.end}:
            return lane
    same_day = (lane for step, lane in steps if arrival in {step.start, step.end})
    return next(same_day, sorted(lanes, key=lane_order)[0])


def _links(shown: Shown) -> Iterator[Link]:
    """From a step to the step that could begin on the day that it gave what was needed."""
    rings = shown.rings()
    steps = {step.service: step for step in reversed(shown.plan.steps)}
    for step in shown.plan.steps:
        givers = {need.by_service for need in step.needs if need.by_service in steps}
        for giver in sorted(givers - {None}):
            source = steps[giver or ""]
            if step.apply in {source.start, source.end}:
                room = any(rule in rings for rule in source.rules)
                yield Link(leg_id(source), leg_id(step), room=room)


def _without(shown: Shown) -> Without | None:
    """The goals that come too late in practice, each from the day it is needed."""
    late = shown.late_by(shown.practice)
    rows = tuple(
        WithoutRow(
            name=shown.title(goal.fact),
            note=_("nodig %(day)s") % {"day": shown.day(goal.needed_by)},
            pieces=tuple(_pieces(shown, goal.fact, goal.needed_by)),
        )
        for goal in shown.situation.goals
        if goal.fact in late
    )
    if not rows:
        return None
    if not shown.plan.flexed:
        return Without(_("Wat komt te laat?"), rows)
    title = _("En zonder vrije ruimte?") if shown.rings() else _("Gaat het zoals meestal?")
    return Without(title, rows)


def _pieces(shown: Shown, goal: str, needed_by: int) -> Iterator[Piece]:
    """In practice, with how much later that is than the day it is needed: that day stands beside it."""
    arrival, needed = shown.practice.arrivals[goal], shown.date(needed_by)
    if arrival is None:
        yield Piece(PieceKind.GAP, needed, None, _("komt er niet, als niemand iets doet"))
        return
    words = _("komt pas %(day)s") % {"day": shown.around(arrival)}
    late = {"what": words, "length": length(arrival - needed_by)}
    words = _("%(what)s, %(length)s later") % late
    yield Piece(PieceKind.GAP, needed, shown.date(arrival), words)
    yield Piece(PieceKind.SUPPORT, shown.date(arrival), None, shown.title(goal))
