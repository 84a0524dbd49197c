# SPDX-License-Identifier: EUPL-1.2
"""An advice to change one rule, as one sheet: a draft for people, with what speaks for it, what speaks
against it and what nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.core.advice.changes import Proposal, proposal_for
from ruimbaan.core.advice.course import Taken, changed_on
from ruimbaan.core.advice.evidence import Evidence, evidence_of
from ruimbaan.core.advice.followup import FollowUp, follow_up
from ruimbaan.core.advice.judging import Judgement, judge
from ruimbaan.core.advice.known import Known
from ruimbaan.core.advice.said import asks_of, loses, not_known
from ruimbaan.core.directory.service import Service
from ruimbaan.core.discretion.resources import rules_at
from ruimbaan.core.insight.changed import table_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import Rulebook, RuleText
from ruimbaan.core.storybook.contents import Book


@dataclass(frozen=True, slots=True)
class Told:
    """A composite story in which this rule stands in the way: put together from many, of nobody."""

    id: str
    title: Text
    summary: Text
    invented: Text


@dataclass(frozen=True, slots=True)
class Advice:
    """`rule` is the version that the figures are about; `versions` are all of them, the oldest first.
    `changed` is the version that took over from it, or will. `follow_up` is about that change, else about
    the one that made this version."""

    region: str
    on: date
    rule: RuleText
    versions: tuple[RuleText, ...]
    higher: RuleText | None
    kinds: tuple[str, ...]
    judgement: Judgement
    proposal: Proposal
    evidence: Evidence
    story: Told | None
    asks: tuple[Text, ...]
    loses: tuple[Text, ...]
    unknown: tuple[Text, ...]
    changed: RuleText | None
    follow_up: FollowUp | None


def advise(
    rulebook: Rulebook,
    rule: RuleText,
    known: Known,
    kinds: Collection[str],
    book: Book | None,
    region: str,
    today: date,
) -> Advice:
    """`rule` is any version of it."""
    on = day_of(known, today)
    versions = rulebook.versions[rule.id]
    mine = rulebook.find(rule.id, on) or rule
    higher = rulebook.find(mine.rule.conflicts_with, on) if mine.rule.conflicts_with else None
    evidence, changed = evidence_of(mine, kinds, known), _after(versions, mine)
    proposal = proposal_for(mine, higher)
    return Advice(
        region=region,
        on=on,
        rule=mine,
        versions=versions,
        higher=higher,
        kinds=tuple(sorted(kinds, key=int)),
        judgement=judge(mine, evidence),
        proposal=proposal,
        evidence=evidence,
        story=_story(book, mine.number) if book else None,
        asks=asks_of(mine, proposal),
        loses=loses(mine, proposal, evidence),
        unknown=not_known(evidence, known.damaged),
        changed=changed,
        follow_up=follow(changed, known) or _of_the_last_change(versions, mine, known),
    )


def follow(changed: RuleText | None, known: Known) -> FollowUp | None:
    """From the day on which this version came into force."""
    if changed is None or changed.rule.valid_from is None:
        return None
    return follow_up(changed.rule.valid_from, known.releases.get(table_of(changed.number)))


def day_of(known: Known, today: date) -> date:
    """The last day that the figures are about: who reads them wants the rule of then."""
    return known.day - timedelta(days=1) if known.day else today


def changed_since(one: Advice, taken: Sequence[Taken], today: date) -> date | None:
    """From which day the text of the figures holds no more, by the rulebook or by the course, whichever
    was first; None while it holds, and as soon as the figures are about the text that the course led
    to."""
    by_rulebook = one.changed.rule.valid_from if one.changed else None
    by_course = None if _is_outcome_of(one.rule, taken) else changed_on(taken)
    days = [day for day in (by_rulebook, by_course) if day and day <= today]
    return min(days, default=None)


def find_rule(rulebook: Rulebook, name: str, region: str, on: date) -> RuleText | None:
    """By its name, or by its number: the version of this region, else that of the country."""
    if name in rulebook.versions:
        return rulebook.find(name, on) or rulebook.versions[name][-1]
    found = [one for one in rulebook.in_force(on).values() if one.number == name]
    mine = [one for one in found if one.owner == region]
    return next(iter(mine or [one for one in found if one.owner == "nl"]), None)


def kinds_of(number: str, services: Iterable[Service]) -> tuple[str, ...]:
    """The kinds of support at which a rule with this number stands, in any region: a rule that one
    region does not have any more stood at the same door."""
    found = {
        one.type
        for one in services
        if one.type and any(rule.partition("-")[0] == number for rule in rules_at(one))
    }
    return tuple(str(kind) for kind in sorted(found))


def _is_outcome_of(rule: RuleText, taken: Sequence[Taken]) -> bool:
    begins = rule.rule.valid_from
    return begins is not None and bool(taken) and begins >= taken[0].day


def _of_the_last_change(
    versions: tuple[RuleText, ...], mine: RuleText, known: Known
) -> FollowUp | None:
    """What followed on the change by which this version came, as long as something can be said of it, or
    is still to come."""
    found = follow(mine, known) if mine != versions[0] else None
    if found is None or (found.difference is None and known.day and found.ready < known.day):
        return None
    return found


def _after(versions: tuple[RuleText, ...], mine: RuleText) -> RuleText | None:
    """The version that took over from this one."""
    later = versions[versions.index(mine) + 1 :]
    return next(iter(later), None)


def _story(book: Book, number: str) -> Told | None:
    """The first story that a building block about this rule tells, or one that names the rule."""
    named = [name for block in book.blocks if number in block.rules for name in block.stories]
    stories = {one.id: one for one in book.stories}
    found = next((stories[name] for name in named if name in stories), None)
    if found is None:
        return None
    return Told(found.id, found.title, found.summary, found.invented)
