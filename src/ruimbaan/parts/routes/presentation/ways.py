# SPDX-License-Identifier: EUPL-1.2
"""The ways as cards: which goals, when, and how many people one asks. Never a cost or a score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.answer import Answer
from ruimbaan.core.rules.rule import LadderStep, Rule
from ruimbaan.parts.routes.presentation.asks import asked_people, asked_rules, bends_everywhere
from ruimbaan.parts.routes.presentation.shown import RUNGS, Shown, favours
from ruimbaan.parts.routes.presentation.words import BREAK, capital, listed, small
from ruimbaan.ui.components import Fact, Tag, Way

FEW = 4
MOST = 6
LONGEST_TITLE = 48  # characters
MOST_NAMED = 3


def ways(shown: Shown, url_of: Callable[[int], str]) -> tuple[Way, ...]:
    """The row with nothing bent first; of a long front one row for each level of asking."""
    rows = shown_rows(shown)
    return tuple(
        _way(replace(shown, index=index), url_of(index), current=index == shown.index)
        for index in rows
    )


def shown_rows(shown: Shown) -> list[int]:
    """All rows of a short front; of a long one those that are told."""
    front = range(len(shown.answer.front))
    if len(front) <= FEW:
        return list(front)
    best = {_level(shown.answer, index, shown): index for index in front}
    levels = sorted({0, shown.index, *best.values()})
    while len(levels) > MOST:
        levels.remove(next(at for at in reversed(levels[1:-1]) if at != shown.index))
    return levels


def _level(answer: Answer, index: int, shown: Shown) -> tuple[int, int]:
    """The number of favours, and the highest rung among what is none."""
    rules = shown.flexed_rules(answer.front[index])
    return len(favours(rules)), max((RUNGS.index(rule.step) for rule in rules), default=-1)


def _way(shown: Shown, url: str, *, current: bool) -> Way:
    rules = shown.flexed_rules(shown.plan)
    return Way(
        title=way_title(shown, rules),
        url=url,
        tag=tag_of(rules),
        facts=_facts(shown),
        note=_note(shown, rules),
        current=current,
    )


def way_title(shown: Shown, rules: tuple[Rule, ...]) -> str:
    """Another one than that of each other way that is told."""
    title = _plain_title(shown, rules)
    others = [replace(shown, index=row) for row in shown_rows(shown) if row != shown.index]
    twins = [one for one in others if _plain_title(one, one.flexed_rules(one.plan)) == title]
    if not twins:
        return title
    what = _what_differs(shown, twins)
    return _("%(way)s: %(what)s") % {"way": title, "what": what} if what else title


def _what_differs(shown: Shown, twins: Sequence[Shown]) -> str:
    """The first wish that comes on another day than in every twin; else the wishes that do so in one
    of them, with the rules that a twin on the very same days does not bend. Empty when each twin does all
    this one does, and more: then they are told apart by their own names."""
    facts, theirs = _facts(shown), [_facts(one) for one in twins]
    for at, fact in enumerate(facts):
        if all(other[at] != fact for other in theirs):
            return _inside(fact)
    wishes = [
        _inside(fact) for at, fact in enumerate(facts) if any(other[at] != fact for other in theirs)
    ]
    same = [one.plan.flexed for one, other in zip(twins, theirs, strict=True) if other == facts]
    rules = [
        _bent(shown, rule, 1)
        for rule in _in_fixed_order(shown, shown.flexed_rules(shown.plan))
        if any(rule.id not in flexed for flexed in same)
    ]
    return listed(found) if (found := [*wishes, *rules]) else ""


def _inside(fact: Fact) -> str:
    """A wish and its day, in the middle of a sentence."""
    return f"{small(fact.term)} {fact.value}"


def _plain_title(shown: Shown, rules: tuple[Rule, ...]) -> str:
    if not rules:
        return _("Zoals het meestal gaat")
    if all(rule.step is LadderStep.START_EARLIER for rule in rules):
        return _("Eerder beginnen")
    most = 1 if len(rules) > 1 else 2  # of more rules one must be able to tell which stands where
    for times in range(most + 1):
        bent = (_bent(shown, rule, times) for rule in _in_fixed_order(shown, rules))
        title = ", ".join(dict.fromkeys(bent))
        if len(title) <= LONGEST_TITLE:
            return capital(title)
    asked = len(favours(rules))
    if not asked:
        return _("Gebruiken wat al mag")
    return ngettext("%(n)d keer ruimte vragen", "%(n)d keer ruimte vragen", asked) % {"n": asked}


def _in_fixed_order(shown: Shown, rules: tuple[Rule, ...]) -> list[Rule]:
    """By the ladder, a right first. Not in the order of the steps: they are known of the way that is
    looked at only, and its title must stay the same."""
    places = {rule: place for place, rule in enumerate(shown.world.rules)}
    return sorted(
        rules, key=lambda rule: (RUNGS.index(rule.step), not rule.is_right, places[rule.id])
    )


def _bent(shown: Shown, rule: Rule, times: int) -> str:
    """The same whichever way is looked at: most ways are told without their steps."""
    return small(bends_everywhere(shown, rule).in_fewer_words(times))


def tag_of(rules: tuple[Rule, ...]) -> Tag:
    """What is asked most: room, what is allowed already, a right, or nothing."""
    asked = len(favours(rules))
    if asked:
        words = ngettext("Ruimte vragen: %(n)d keer", "Ruimte vragen: %(n)d keer", asked)
        return Tag(words % {"n": asked}, "room")
    allowed = _allowed(rules)
    times = len(allowed)
    if not allowed:
        return Tag(_("Niemand iets vragen"), "ok")
    if all(rule.is_right for rule in allowed):
        words = ngettext("Je recht noemen: %(n)d keer", "Je recht noemen: %(n)d keer", times)
    else:
        words = ngettext("Vragen wat al mag: %(n)d keer", "Vragen wat al mag: %(n)d keer", times)
    return Tag(words % {"n": times}, "main")


def _allowed(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """What one says to somebody and is no favour: the tag and the lines under it count the same."""
    favoured = favours(rules)
    return tuple(rule for rule in asked_rules(rules) if rule not in favoured)


def _facts(shown: Shown) -> tuple[Fact, ...]:
    return tuple(_fact(shown, goal.fact) for goal in shown.situation.goals)


def _fact(shown: Shown, goal: str) -> Fact:
    arrival = shown.plan.arrivals[goal]
    if arrival is None:
        return Fact(shown.title(goal), _("nog niet"), missing=True)
    return Fact(shown.title(goal), shown.around(arrival))


def _note(shown: Shown, rules: tuple[Rule, ...]) -> str:
    late = shown.late_by(shown.plan)
    never = sum(1 for days in late.values() if days is None)
    parts = []
    if never:
        words = ngettext("%(n)d ding komt er nog niet.", "%(n)d dingen komen er nog niet.", never)
        parts.append(words % {"n": never})
    slow = [shown.name(goal) for goal, days in late.items() if days is not None]
    if slow:
        parts.append(_("Te laat: %(goals)s.") % {"goals": listed(slow)})
    timing = " ".join(parts) or _("Alles is op tijd.")
    return format_html_join(BREAK, "{}", ((line,) for line in (timing, *_whom(shown, rules))))


def _whom(shown: Shown, rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """Whom one asks, each on an own line; of many only those who are asked a favour."""
    people = asked_people(shown, rules)
    if not rules:
        return (_("Je vraagt niemand iets."),)
    if not people:
        if any(rule.covered_by.nl for rule in rules):
            return (_("Je hoeft niets te vragen: er is rugdekking."),)
        return (_("Je begint eerder. Dat mag altijd."),)
    if len(people) > MOST_NAMED:
        people = asked_people(shown, favours(rules))
        return (*_named(len(_allowed(rules))), *(_asked(people) if people else ()))
    return _asked(people)


def _named(times: int) -> tuple[str, ...]:
    """How often one says what is allowed already: one rule is one time, as the tag counts."""
    words = ngettext("Je noemt %(n)d keer wat al mag.", "Je noemt %(n)d keer wat al mag.", times)
    return (words % {"n": times},) if times else ()


def _asked(people: tuple[str, ...]) -> tuple[str, ...]:
    words = ngettext("Je vraagt %(n)d mens:", "Je vraagt %(n)d mensen:", len(people))
    return (words % {"n": len(people)}, *people)
