# SPDX-License-Identifier: EUPL-1.2
"""Everything on the route page, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.rules.rule import LadderStep
from ruimbaan.parts.routes.presentation import message, stuck
from ruimbaan.parts.routes.presentation.baseline import baseline_table
from ruimbaan.parts.routes.presentation.gaps import gap_message
from ruimbaan.parts.routes.presentation.ladder import rungs
from ruimbaan.parts.routes.presentation.lanes import route_picture
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.tables import goals_table, steps_table
from ruimbaan.parts.routes.presentation.timeline import folded, timeline
from ruimbaan.parts.routes.presentation.ways import way_title, ways
from ruimbaan.parts.routes.presentation.why import Clashing, Lost, Why, clashing, losses, why
from ruimbaan.parts.routes.presentation.words import MONTH
from ruimbaan.ui.components import (
    Deadlock,
    KeyMessage,
    Rung,
    Table,
    Tag,
    TimelineStep,
    Way,
)
from ruimbaan.ui.pictures.route import draw


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    lead: str
    tag: Tag
    message: KeyMessage | None
    deadlock: Deadlock | None
    more_deadlocks: tuple[Deadlock, ...]
    missing: tuple[stuck.Missing, ...]
    ways_title: str
    ways: tuple[Way, ...]
    way_title: str
    picture: SafeString
    has_rings: bool
    timeline: tuple[TimelineStep, ...]
    tables: tuple[Table, ...]
    rungs: tuple[Rung, ...]
    baseline: Table | None
    asks_room: bool
    nothing_asked: bool
    why: tuple[Why, ...]
    losses: tuple[Lost, ...]
    clashing: Clashing | None
    gap: str
    known: str
    months: int
    complete: bool


def page(shown: Shown, url_of: Callable[[int], str]) -> Page:
    """`url_of` gives the address of the page with another row of the front."""
    heading = message.heading(shown)
    picture = route_picture(shown)
    rules = shown.flexed_rules(shown.plan)
    cards = ways(shown, url_of)
    return Page(
        title=heading.title,
        lead=heading.lead,
        tag=Tag(_("Voorbeeld: %(name)s") % {"name": _name(shown)}),
        message=message.key_message(shown),
        deadlock=stuck.main_deadlock(shown),
        more_deadlocks=stuck.other_deadlocks(shown),
        missing=stuck.missing(shown),
        ways_title=_ways_title(len(cards)),
        ways=cards,
        way_title=way_title(shown, rules),
        picture=mark_safe(draw(picture, shown.language)),  # noqa: S308 - our own drawing
        has_rings=bool(shown.rings()),
        timeline=folded(timeline(shown)),
        tables=(goals_table(shown), steps_table(shown, picture)),
        rungs=rungs(shown),
        baseline=baseline_table(shown),
        asks_room=any(rule.step is LadderStep.FLEX for rule in rules),
        nothing_asked=not rules,
        why=why(shown),
        losses=losses(shown),
        clashing=clashing(shown),
        gap=gap_message(shown),
        known=_known(shown),
        months=shown.answer.horizon // MONTH,
        complete=shown.answer.complete,
    )


def _name(shown: Shown) -> str:
    return shown.situation.name or shown.situation.id.capitalize()


def _ways_title(count: int) -> str:
    return ngettext("%(n)d weg.", "%(n)d wegen. Jij kiest.", count) % {"n": count}


def _known(shown: Shown) -> str:
    count = len(shown.world.services)
    words = ngettext(
        "We kennen %(n)d plek, op %(day)s.", "We kennen %(n)d plekken, op %(day)s.", count
    )
    return words % {"n": count, "day": _as_of(shown)}


def _as_of(shown: Shown) -> str:
    return f"{shown.day(0)} {shown.answer.as_of.year}"
