# SPDX-License-Identifier: EUPL-1.2
"""One friction in one region: what it is, what is known here, what may be done, what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.service import Service
from ruimbaan.core.frictions.friction import Friction
from ruimbaan.core.frictions.reports import Help
from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.core.planner.rulebook_lint import rules_on
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.directory.queries import Region, is_place
from ruimbaan.parts.discretion.queries import (
    agreements_by_touch,
    situations_of_rules,
    who_may_say_yes,
    who_says_yes,
)
from ruimbaan.parts.frictions.meetings import Kept
from ruimbaan.parts.frictions.presentation.decided import DecidedRow, decided_row
from ruimbaan.parts.frictions.queries import catalogue
from ruimbaan.parts.frictions.words import HELPS, WEIGHT_HELP, WEIGHTS
from ruimbaan.parts.routes.services import length
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.parts.storybook.queries import find_book
from ruimbaan.parts.surroundings.queries import rule_here
from ruimbaan.ui.components import Fact, KeyMessage, Link, Tag, Weighed
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST_WAITS = 5


@dataclass(frozen=True, slots=True)
class WaitRow:
    """How long a place of this region lets wait where these rules stand at the door."""

    place: Link
    organisation: str
    length: str
    as_of: str


@dataclass(frozen=True, slots=True)
class FrictionPage:
    number: str
    title: str
    lead: str
    region: str
    tag: Tag
    weight_said: str
    key: KeyMessage
    known: tuple[Fact, ...]
    helps: tuple[Fact, ...]
    waits: tuple[WaitRow, ...]
    rules: tuple[Link, ...]
    situations: tuple[Link, ...]
    blocks: tuple[Link, ...]
    agreements: tuple[Link, ...]
    questions: tuple[str, ...]
    decided: tuple[DecidedRow, ...]
    reviewed: bool
    is_made_up: bool


def friction_page(
    friction: Friction, region: Region, reports: Rounds | None, decided: Iterable[Kept], today: date
) -> FrictionPage:
    rules = _rules(friction, region.id)
    meetings = tuple(decided)
    newest = meetings[0].meeting if meetings else None
    sides = catalogue().sides
    between = " · ".join(dict.fromkeys(in_words(sides[one].name) for one in friction.between))
    return FrictionPage(
        number=friction.id,
        title=in_words(friction.title),
        lead=in_words(friction.what),
        region=in_words(region.title),
        tag=Tag(str(WEIGHTS[newest.weight]) if newest else _("nog niet samen bekeken"), "plain"),
        weight_said=_weight_said(meetings[0]) if meetings else "",
        key=KeyMessage(
            _("Wat kan er?"),
            in_words(friction.room),
            (
                Weighed(_("Dit kost het mensen"), in_words(friction.costs)),
                Weighed(_("Wie mag ja zeggen?"), _who(friction, rules, region.id, today)),
            ),
        ),
        known=(Fact(_("Tussen"), between), _reported(reports)),
        helps=_helps(reports),
        waits=_waits(friction, region),
        rules=tuple(
            Link(f"{rule.number} · {in_words(rule.plain.title)}", rule_url(rule.id))
            for rule in rules
        ),
        situations=_situations(rules, region.id),
        blocks=_blocks(friction.id),
        agreements=agreements_by_touch(region.id, today).get(friction.id, ()),
        questions=tuple(map(in_words, friction.questions)),
        decided=tuple(decided_row(one, today) for one in meetings),
        reviewed=catalogue().reviewed,
        is_made_up=region.is_made_up,
    )


def _rules(friction: Friction, region: str) -> tuple[RuleText, ...]:
    found = (rule_here(region, number) for number in friction.rules)
    return tuple(rule for rule in found if rule)


def _weight_said(kept: Kept) -> str:
    day = written_date(kept.meeting.held, language(), year=True)
    return _("{help} Zo vond de tafel van {day}: {who}.").format(
        help=WEIGHT_HELP[kept.meeting.weight], day=day, who=", ".join(kept.names)
    )


def _who(friction: Friction, rules: Iterable[RuleText], region: str, today: date) -> str:
    """Who holds a letter of mandate here goes before who does so as a rule."""
    for rule in rules:
        if any(one.by_letter for one in who_may_say_yes(rule.id, region, today)):
            return who_says_yes(rule.id, region, today, language())
    return in_words(friction.who)


def _reported(reports: Rounds | None) -> Fact:
    if reports is None:
        return Fact(_("Gemeld"), _("Minder dan tien keer. Dat tonen we niet."), missing=True)
    said = ngettext("{n} keer", "{n} keer", reports.shown).format(n=reports.shown)
    return Fact(_("Gemeld"), _("Minstens {times}").format(times=said))


def _helps(reports: Rounds | None) -> tuple[Fact, ...]:
    """What would have helped, most often first; only of full rounds."""
    found = reports.shown_of if reports else {}
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return tuple(
        Fact(str(HELPS[Help(name)]), ngettext("{n} keer", "{n} keer", n).format(n=n))
        for name, n in ranked
    )


def _waits(friction: Friction, region: Region) -> tuple[WaitRow, ...]:
    """The longest first. They stand on the Kaart, with the day on which they were true."""
    numbers, rules = set(friction.rules), region.world.rules
    at_door = (
        service
        for service in region.world.services.values()
        if service.wait.days
        and numbers & {rules[name].number or name for name in rules_on(service)}
    )
    longest = sorted(at_door, key=lambda one: (-(one.wait.days or 0), one.id))[:MOST_WAITS]
    return tuple(
        WaitRow(
            Link(in_words(one.label), _place_url(region.id, one)),
            one.provider,
            length(one.wait.days or 0),
            written_date(one.wait.as_of, language(), year=True) if one.wait.as_of else "",
        )
        for one in longest
    )


def _place_url(region: str, service: Service) -> str:
    """Empty for a step on paper: that is part of the way to a place, not a place."""
    return reverse("directory:place", args=[region, service.id]) if is_place(service) else ""


def _situations(rules: Iterable[RuleText], region: str) -> tuple[Link, ...]:
    found = situations_of_rules({rule.id: () for rule in rules}, region, language())
    return tuple({link.url: link for links in found.values() for link in links}.values())


def _blocks(friction: str) -> tuple[Link, ...]:
    book = find_book()
    return tuple(
        Link(in_words(block.title), reverse("storybook:block", args=[block.number]))
        for block in (book.blocks if book else ())
        if friction in block.frictions
    )
