# SPDX-License-Identifier: EUPL-1.2
"""Two ways side by side, line by line, and in words what is different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.choosing import Size
from ruimbaan.parts.routes.presentation.how_sure import how_sure, nothing_to_come
from ruimbaan.parts.routes.presentation.matters import size_words
from ruimbaan.parts.routes.presentation.on_a_way import asked, lost, only, payers, providers
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.tables import arrival_words
from ruimbaan.parts.routes.presentation.ways import tag_of, way_title
from ruimbaan.parts.routes.presentation.words import capital, length, listed, small
from ruimbaan.ui.components import Tag

SHORT = 40  # characters
FULL = 2_200  # characters


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: `name` is what it is called in the words about the difference."""

    row: int
    name: str
    title: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Line:
    """`difference` says in words what the second way does otherwise; empty when they are equal."""

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    sides: tuple[Side, Side]
    lines: tuple[Line, ...]
    differs: int

    @property
    def is_full(self) -> bool:
        """It only fits on one sheet in small letters."""
        words = (words for line in self.lines for words in (*line.one, *line.other))
        return sum(map(len, words)) > FULL

    @property
    def said(self) -> str:
        """In one sentence how far they differ."""
        if not self.differs:
            return _("Deze twee wegen zijn gelijk.")
        words = ngettext(
            "Er is %(n)d verschil. Dat staat er steeds bij.",
            "Er zijn %(n)d verschillen. Die staan er steeds bij.",
            self.differs,
        )
        return words % {"n": self.differs}


def compare(one: Shown, other: Shown, sizes: Mapping[int, Size]) -> Comparison:
    """`one` asks less than `other`. `sizes`: how much there is to do on each of the two."""
    lines = (
        *_goals(one, other),
        _sure(one, other),
        _size(sizes[one.index], sizes[other.index]),
        _listed(_("Alleen op deze weg"), *only(one, other)),
        _listed(_("Bij wie moet je zijn?"), providers(one), providers(other)),
        _listed(_("Wie betaalt?"), payers(one), payers(other)),
        *_gaps(one, other),
        _listed(_("Wat vraag je, en wie kan ja zeggen?"), asked(one), asked(other)),
        _listed(_("Wat kun je kwijtraken?"), lost(one), lost(other)),
    )
    shown = tuple(line for line in lines if line.one or line.other)
    return Comparison(
        (_side(one, _("Weg A")), _side(other, _("Weg B"))),
        shown,
        sum(bool(line.difference) for line in shown),
    )


def _side(shown: Shown, name: str) -> Side:
    rules = shown.flexed_rules(shown.plan)
    return Side(shown.index, name, way_title(shown, rules), tag_of(rules))


def _goals(one: Shown, other: Shown) -> Iterator[Line]:
    for goal in one.situation.goals:
        before, after = one.plan.arrivals[goal.fact], other.plan.arrivals[goal.fact]
        yield Line(
            one.title(goal.fact),
            tuple(_arrival(one, goal.fact, goal.needed_by)),
            tuple(_arrival(other, goal.fact, goal.needed_by)),
            _days(before, after),
        )


def _arrival(shown: Shown, goal: str, needed_by: int) -> Iterator[str]:
    day = shown.plan.arrivals[goal]
    yield capital(arrival_words(shown, day))
    if day is None:
        return
    if day <= needed_by:
        yield _("Op tijd")
    else:
        yield _("Te laat: nodig op %(day)s") % {"day": shown.day(needed_by)}


def _days(before: int | None, after: int | None) -> str:
    if before == after:
        return ""
    if before is None:
        return _("Dit lukt alleen op weg B.")
    if after is None:
        return _("Dit lukt alleen op weg A.")
    words = {"length": length(abs(after - before))}
    if after < before:
        return _("Op weg B %(length)s eerder.") % words
    return _("Op weg B %(length)s later.") % words


def _sure(one: Shown, other: Shown) -> Line:
    """How often each wish is in time, in tenths: waits differ from time to time."""
    first, second = (
        {wish.name: wish.in_time for wish in how_sure(shown).wishes} for shown in (one, other)
    )
    names = dict.fromkeys([*first, *second])
    different = [name for name in names if first.get(name) != second.get(name)]
    said = ""
    if different:
        said = _("Anders voor: %(what)s.") % {"what": listed(map(small, different))}
    return Line(
        _("Hoe zeker op tijd?"),
        _each(first) or (nothing_to_come(one),),
        _each(second) or (nothing_to_come(other),),
        said,
    )


def _each(said: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{name}: {small(words)}" for name, words in said.items())


def _size(one: Size, other: Size) -> Line:
    change = other.changes - one.changes
    difference = ""
    if change:
        more = ngettext("Op weg B %(n)d stap meer.", "Op weg B %(n)d stappen meer.", abs(change))
        less = ngettext(
            "Op weg B %(n)d stap minder.", "Op weg B %(n)d stappen minder.", abs(change)
        )
        difference = (more if change > 0 else less) % {"n": abs(change)}
    elif other.counters != one.counters:
        difference = _("Evenveel stappen, bij meer of minder plekken.")
    return Line(_("Hoeveel stappen?"), (_steps(one),), (_steps(other),), difference)


def _steps(size: Size) -> str:
    return size_words(size) if size.changes else _("Geen")


def _gaps(one: Shown, other: Shown) -> Iterator[Line]:
    """Not beside a way without steps: nobody goes there, so nobody is alone on it."""
    if not one.plan.steps or not other.plan.steps:
        return
    before, after = one.plan.uncovered, other.plan.uncovered
    difference = ""
    if after != before:
        words = {"length": length(abs(after - before))}
        difference = (
            _("Op weg B %(length)s minder.") if after < before else _("Op weg B %(length)s meer.")
        ) % words
    yield Line(_("Dagen zonder vaste steun"), (_number(before),), (_number(after),), difference)


def _number(days: int) -> str:
    return length(days) if days else _("Geen")


def _listed(name: str, one: tuple[str, ...], other: tuple[str, ...]) -> Line:
    """What stands on one of the two only, named when it is one short thing and else counted."""
    if set(one) == set(other):
        return Line(name, one, other)
    mine = [words for words in one if words not in other]
    theirs = [words for words in other if words not in one]
    parts = [_("Alleen op weg A: %(what)s.") % {"what": _counted(mine)}] if mine else []
    parts += [_("Alleen op weg B: %(what)s.") % {"what": _counted(theirs)}] if theirs else []
    return Line(name, one or (_("Niets"),), other or (_("Niets"),), " ".join(parts))


def _counted(words: list[str]) -> str:
    if len(words) == 1 and len(words[0]) <= SHORT:
        return words[0]
    return ngettext("%(n)d ding", "%(n)d dingen", len(words)) % {"n": len(words)}
