# SPDX-License-Identifier: EUPL-1.2
"""Who may say yes to a rule: the valid letters of the region first, else what the rulebook says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ruimbaan.core.discretion.mandates import Letter, valid_on
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.rules.rulebook import Mandate
from ruimbaan.parts.discretion.agreeing.promises import cover_in, letters_in
from ruimbaan.parts.rulebook.queries import find_rule


@dataclass(frozen=True, slots=True)
class MaySayYes:
    """One who may say yes: a function, never a name. With a letter `organisation`, `reach` and
    `until` (its last day) are known; from the rulebook they are empty."""

    who: Text
    deputy: Text = Text("")
    up_to: Text = Text("")
    organisation: str = ""
    reach: str = ""
    until: date | None = None

    @property
    def by_letter(self) -> bool:
        return self.until is not None


@dataclass(frozen=True, slots=True)
class StandsBehind:
    """Who promised beforehand to stand behind whoever bends a rule, and up to which day."""

    by: str
    organisation: str
    until: date


def who_may_say_yes(rule: str, region: str, day: date) -> tuple[MaySayYes, ...]:
    """On this day in this region; `region` empty for everywhere. Nobody when the rule is unknown,
    or when nobody here may."""
    letters = valid_on(letters_in(region, day), rule, day)
    if letters:
        return tuple(map(_by_letter, letters))
    found = find_rule(rule)
    return tuple(map(_by_rulebook, found.mandates)) if found else ()


def who_says_yes(rule: str, region: str, day: date, language: Language) -> str:
    """The same in words; empty when nobody here may."""
    return _(" of ").join(_told(one, language) for one in who_may_say_yes(rule, region, day))


def _told(one: MaySayYes, language: Language) -> str:
    """Who decides; who does so in their name is whom one meets, so they come first."""
    who, deputy = one.who.in_language(language), one.deputy.in_language(language)
    if one.by_letter:
        return f"{who} ({one.organisation})"
    return _("{}, namens {}").format(deputy, who) if deputy else who


def who_stands_behind(rule: str, region: str, day: date) -> tuple[StandsBehind, ...]:
    """Cover for this rule of which others may know."""
    found = (one for one in cover_in(region, day) if one.rule == rule)
    return tuple(StandsBehind(one.by, one.organisation, one.term.until) for one in found)


def _by_letter(letter: Letter) -> MaySayYes:
    return MaySayYes(
        who=Text(letter.function),
        deputy=Text(letter.deputy),
        up_to=Text(letter.up_to),
        organisation=letter.organisation,
        reach=letter.reach,
        until=letter.term.until,
    )


def _by_rulebook(mandate: Mandate) -> MaySayYes:
    return MaySayYes(mandate.who, mandate.deputy, mandate.up_to)
