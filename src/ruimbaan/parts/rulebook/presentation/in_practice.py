# SPDX-License-Identifier: EUPL-1.2
"""What is settled about a rule where it is used: who may say yes by letter, who stands behind it
beforehand, and what organisations agreed."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.discretion.queries import (
    MaySayYes,
    agreements_by_touch,
    cover_not_counted,
    who_may_say_yes,
    who_stands_behind,
)
from ruimbaan.parts.routes.services import told
from ruimbaan.ui.components import Link
from ruimbaan.ui.pictures.words import written_date


@dataclass(frozen=True, slots=True)
class ByLetter:
    """A function, never a name."""

    who: str
    organisation: str
    up_to: str
    deputy: str
    reach: str
    until: str


@dataclass(frozen=True, slots=True)
class Behind:
    """`everywhere`: it reaches every place of the rule, so that routes count on it."""

    by: str
    organisation: str
    until: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class InPractice:
    letters: tuple[ByLetter, ...]
    cover: tuple[Behind, ...]
    agreed: tuple[Link, ...]

    def __bool__(self) -> bool:
        return bool(self.letters or self.cover or self.agreed)


def in_practice(rule: RuleText, today: date, language: Language) -> InPractice:
    """In the region of the rule; of national law in every region."""
    region = "" if rule.owner == NATIONAL else rule.owner
    everywhere = bool(region) and rule.id not in _at_one_place(region, today)
    letters = (one for one in who_may_say_yes(rule.id, region, today) if one.by_letter)
    return InPractice(
        letters=tuple(_by_letter(one, language) for one in letters),
        cover=tuple(
            Behind(
                one.by, one.organisation, written_date(one.until, language, year=True), everywhere
            )
            for one in who_stands_behind(rule.id, region, today)
        ),
        agreed=agreements_by_touch(region, today).get(rule.id, ()),
    )


def _at_one_place(region: str, today: date) -> Container[str]:
    """The rules of which somebody stands behind the use at one place and not at another."""
    return cover_not_counted(list_regions()[region].world, region, today)


def _by_letter(one: MaySayYes, language: Language) -> ByLetter:
    return ByLetter(
        who=told(one.who, language),
        organisation=one.organisation,
        up_to=told(one.up_to, language),
        deputy=told(one.deputy, language),
        reach=one.reach,
        until=written_date(one.until, language, year=True) if one.until else "",
    )
