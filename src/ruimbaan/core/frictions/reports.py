# SPDX-License-Identifier: EUPL-1.2
"""Hier wringt het: what anyone can say in a minute, without a file, a login or a name.

No field exists for a person. Own words are looked at before they are kept: who writes a number, an
address or a date of birth gets the text back. Whatever else is personal is taken out by hand, before
anybody else reads it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.frictions.errors import NothingChosen, NotOnTheList, TooPersonal, WithinOneSide
from ruimbaan.core.frictions.friction import Catalogue
from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.kernel.texts import Text

MOST_WORDS = 300  # signs
BOTH = 2  # organisations between which it chafes
FORWARDED_FOR = 90  # days that a report lies with the two organisations, when its reporter wants so
UNREAD_FOR = 60  # days after which own words that nobody looked at are removed; the rest is counted


class Help(StrEnum):
    """What would have helped: fixed answers, so that nobody can be told from the others."""

    EARLIER = "earlier"
    SOMEONE_CALLS = "someone-calls"
    RULE_BENDS = "rule-bends"
    A_PLACE = "a-place"
    MONEY_FIRST = "money-first"
    TOLD_ONCE = "told-once"


class SetAside(StrEnum):
    """Why a report is not counted. Its words are gone then too."""

    ABOUT_A_PERSON = "about-a-person"
    NOT_A_CONNECTION = "not-a-connection"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Report:
    """`friction` empty: only own words. `between`: at most two organisations, by their code on the
    Kaart. `to_them`: those two may read it before there are ten."""

    region: str
    friction: str = ""
    words: str = ""
    between: tuple[str, ...] = ()
    helps: frozenset[Help] = frozenset()
    to_them: bool = False


def check(report: Report, catalogue: Catalogue, organisations: Collection[str]) -> None:
    """`organisations`: those on the Kaart of its region. Raises the first thing that keeps this
    report from being kept."""
    if report.friction and report.friction not in catalogue.frictions:
        raise NotOnTheList
    if len(report.between) > BOTH or any(one not in organisations for one in report.between):
        raise NotOnTheList
    if not report.friction and not report.words.strip():
        raise NothingChosen
    if len(report.between) != len(set(report.between)):
        raise WithinOneSide
    check_words(report.words, most=MOST_WORDS, must=False)
    for found in personal_in(report.words):
        raise TooPersonal(found=found)


_MARKS = (
    (re.compile(r"[\w.+-]+@[\w-]+\.\w+"), Text("een e-mailadres", "an e-mail address")),
    (
        re.compile(r"(?<!\d)(?<!\d[-/. ])\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2}(?![-/. ]?\d)"),
        Text("een volledige datum", "a full date"),
    ),
    (
        re.compile(r"(?<!\d)(?:\+|00)?\d(?:[ .-]?\d){7,}(?!\d)"),
        Text("een lang nummer", "a long number"),
    ),
    (
        re.compile(r"(?<!\d)[1-9]\d{3} ?[A-Za-z]{2}(?![A-Za-z])"),
        Text("een postcode", "a postal code"),
    ),
)


def personal_in(words: str) -> Iterator[Text]:
    """What in these words points to one person, as far as a machine can see. Names it cannot see."""
    return (name for pattern, name in _MARKS if pattern.search(words))
