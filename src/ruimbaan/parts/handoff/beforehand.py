# SPDX-License-Identifier: EUPL-1.2
"""What is filled in already when somebody begins to hand something over: from a step or wish of the
kept route, or from the same question that a place said no to."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import QueryDict

from ruimbaan.core.handoff.terms import TERMS, Ask
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.accounts.queries import running_organisations
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.handoff import composing, own_moves, words
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.journey.queries import StepToHandOver, goals_of, step_to_hand_over
from ruimbaan.parts.journey.services import Own
from ruimbaan.ui.reader import in_words

Typed = dict[str, tuple[str, ...]]


def filled_in(own: Own, asked: QueryDict) -> Typed:
    """What is no longer there, or was never this person's, fills in nothing."""
    return {**_from_before(own, asked), **_from_route(own, asked)}


def _from_route(own: Own, asked: QueryDict) -> Typed:
    wish, step = (_uuid(asked.get(name, "")) for name in (composing.WISH, composing.STEP))
    if wish is None and step is None:
        return {}
    with own.open(Part.ROUTE) as opening:
        goals = {goal.id: in_words(goal.text) for goal in goals_of(opening)}
        there = step_to_hand_over(opening, step) if step else None
    typed: Typed = {}
    goal = wish or (there.goal if there else None)
    if goal in goals:
        typed |= {composing.WISH: (str(goal),), composing.GOAL: (goals[goal],)}
    return typed | _from_step(own, there) if there else typed


def _from_step(own: Own, step: StepToHandOver) -> Typed:
    typed: Typed = {
        composing.STEP: (str(step.id),),
        composing.GOAL: (in_words(step.what),),
    }
    return typed | place_of(own, step.region, step.service)


def _kind(rule: str | None) -> Ask:
    """What is asked for, as far as the rule of its wait sets a term."""
    with_term = (ask for ask, term in TERMS.items() if term and term.rule == rule)
    return next(with_term, Ask.SUPPORT)


def place_of(own: Own, region: str, service: str) -> Typed:
    """The place that gives this service: with its account here, or else by a link."""
    there = list_regions().get(region)
    found = there.world.services.get(service) if there else None
    if found is None:
        return {}
    typed: Typed = {composing.KIND: (_kind(found.wait.rule),)}
    if found.type is not None:
        typed[composing.ON_MAP] = (f"{region}:{found.type}",)
    for called in running_organisations(own.now):
        if called.name.casefold() == found.provider.casefold():
            return typed | {composing.WHO: (f"{PartyKind.ORGANISATION}:{called.party.id}",)}
    return typed | {composing.WHO: (composing.LINK,), composing.PLACE: (found.provider,)}


def _from_before(own: Own, asked: Mapping[str, str]) -> Typed:
    """After a no: the same question, for the next place."""
    before = _row(own, asked.get(composing.AFTER, ""))
    if before is None:
        return {}
    typed: Typed = {composing.AFTER: (str(before.id),), composing.KIND: (before.ask,)}
    with own.open(Part.HANDOFF) as opening:
        said = words.read(opening, before.id)
    if said is not None:
        typed |= {
            composing.GOAL: (said.goal,),
            composing.QUESTION: (said.question,),
            composing.ALONG: (said.along,),
        }
    for name, kept in ((composing.WISH, before.goal_id), (composing.STEP, before.step_id)):
        if kept is not None:
            typed[name] = (str(kept),)
    if before.service_type is not None:
        typed[composing.ON_MAP] = (f"{before.region}:{before.service_type}",)
    return typed | place_of(own, before.region, asked.get("bij", ""))


def _row(own: Own, text: str) -> HandoffRecord | None:
    found = _uuid(text)
    return own_moves.mine(own.journey, found) if found else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
