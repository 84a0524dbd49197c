# SPDX-License-Identifier: EUPL-1.2
"""The vertical route: every wait a leg of its own, for phones and for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.answer import Step
from ruimbaan.parts.routes.ordering import in_order
from ruimbaan.parts.routes.presentation.gaps import gap_words, gaps_without_support
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import capital, length
from ruimbaan.ui.components import StepState, TimelineStep

Stop = tuple[int, int, int, TimelineStep]  # day, kind on one day, last day, and what is told
FIRST = 6  # stops of which nothing is folded: what comes soonest
FEWEST = 3  # stops worth a fold


def timeline(shown: Shown) -> tuple[TimelineStep, ...]:
    """All stops, from today on, in the order of their days."""
    stops: list[Stop] = []
    for step in in_order(shown.plan.steps):
        stops += _stops(shown, step)
    stops += _goals_without_step(shown)
    stops += _gaps(shown)
    return tuple(told for *_place, told in sorted(stops, key=lambda stop: stop[:3]))


def folded(stops: Sequence[TimelineStep]) -> tuple[TimelineStep, ...]:
    """For a phone: what comes first, then where one arrives, where room is used and where support
    fails. What lies between those is folded; all of it is there."""
    found = list(stops[:FIRST])
    for stays, some in groupby(stops[FIRST:], key=_stays):
        between = tuple(some)
        if stays or len(between) < FEWEST:
            found += between
        else:
            title = ngettext("{n} stap tussendoor", "{n} stappen tussendoor", len(between))
            found.append(
                TimelineStep("later", title.format(n=len(between)), sign="…", between=between)
            )
    return tuple(found)


def _stays(stop: TimelineStep) -> bool:
    return stop.state in ("goal", "room", "gap")


def _stops(shown: Shown, step: Step) -> Iterator[Stop]:
    service = shown.world.services[step.service]
    what = service.label.in_language(shown.language)
    signs = sorted(ring for rule, ring in shown.rings().items() if rule in step.rules)
    sign = ", ".join(str(ring) for ring in signs)
    if step.wait:
        yield (
            step.apply,
            1,
            step.latest,
            TimelineStep(
                state="room" if sign else "wait",
                when=_period(shown, step.apply, step.start),
                title=_("%(what)s: %(length)s wachten") % _named(what, length(step.wait)),
                text=_how_to_ask(shown, step, service.provider),
                sign=sign,
            ),
        )
        sign = ""
    goals = list(_goals_of(shown, step))
    if goals:
        names = _(" en ").join(shown.name(goal) for goal in goals)
        title, text = capital(names), f"{what}, {service.provider}." if service.provider else what
    else:
        title, text = what, ""
    state: StepState = "goal" if goals else ("room" if sign else "later")
    when = capital(shown.around(step.start))
    if step.end > step.start and not goals:
        when = _period(shown, step.start, step.end)
    yield (
        step.start,
        1,
        step.latest,
        TimelineStep(state=state, when=when, title=title, text=text, sign=sign),
    )


def _named(what: str, wait: str) -> dict[str, str]:
    return {"what": what, "length": wait}


def _goals_of(shown: Shown, step: Step) -> Iterator[str]:
    gives = {gift.fact for gift in shown.world.services[step.service].gives}
    for goal in shown.situation.goals:
        if goal.fact in gives and shown.plan.arrivals[goal.fact] == step.start:
            yield goal.fact


def _goals_without_step(shown: Shown) -> Iterator[Stop]:
    """Goals that come at the end of a step, or from what was there already."""
    told = {goal for step in shown.plan.steps for goal in _goals_of(shown, step)}
    for goal in shown.situation.goals:
        arrival = shown.plan.arrivals[goal.fact]
        if goal.fact in told or arrival is None:
            continue
        when = capital(shown.around(arrival))
        yield arrival, 0, 0, TimelineStep(state="goal", when=when, title=shown.title(goal.fact))


def _gaps(shown: Shown) -> Iterator[Stop]:
    for first, until in gaps_without_support(shown):
        title = gap_words(until - first)
        yield first, 2, 0, TimelineStep(state="gap", when=_period(shown, first, until), title=title)


def _period(shown: Shown, first: int, until: int) -> str:
    start = _("vandaag") if first == 0 else shown.day(first)
    return capital(_("%(start)s tot %(end)s") % {"start": start, "end": shown.day(until)})


def _how_to_ask(shown: Shown, step: Step, provider: str) -> str:
    asked = _("Vraag het aan.")
    if provider:
        asked = _("Vraag het aan bij %(who)s.") % {"who": provider}
    if step.slack > 0:
        return f"{asked} " + _("Doe dat uiterlijk %(day)s.") % {"day": shown.day(step.latest)}
    return f"{asked} " + _("Doe dat niet later.")
