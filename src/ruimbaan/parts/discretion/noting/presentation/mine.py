# SPDX-License-Identifier: EUPL-1.2
"""What the person may, what was offered, and what the person keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.urls import reverse

from ruimbaan.parts.discretion.asking.presentation.rules import rule_link
from ruimbaan.parts.discretion.noting.offering import Offered
from ruimbaan.parts.discretion.noting.own_room import Held
from ruimbaan.parts.discretion.noting.wording import KINDS, RIGHTS, Right
from ruimbaan.parts.journey.services import day
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class RightLine:
    """`kind` is what one tap keeps; else `url` is where it is used. `article` is empty for a promise
    of this product."""

    title: str
    says: str
    kind: str
    form: UUID
    url: str
    article: str
    rule: Link | None
    say: str
    mind: str


@dataclass(frozen=True, slots=True)
class HeldLine:
    id: UUID
    title: str
    day: str
    words: str
    who: str
    rule: Link | None


def rights() -> tuple[RightLine, ...]:
    return tuple(_right(one) for one in RIGHTS)


def offer_lines(offers: Iterable[Offered], today: date) -> tuple[HeldLine, ...]:
    return tuple(
        HeldLine(one.id, "", day(one.day, today), one.words, one.who, rule_link(one.rule))
        for one in offers
    )


def held_lines(held: Iterable[Held], today: date) -> tuple[HeldLine, ...]:
    return tuple(
        HeldLine(
            one.id,
            in_words(KINDS[one.kind]),
            day(one.day, today),
            one.words,
            one.who,
            rule_link(one.rule),
        )
        for one in held
    )


def _right(one: Right) -> RightLine:
    return RightLine(
        title=in_words(one.title),
        says=in_words(one.says),
        kind=one.kind.value if one.kind else "",
        form=uuid4(),
        url=reverse(one.address) if one.address else "",
        article=one.article,
        rule=rule_link(one.rule),
        say=in_words(one.say),
        mind=in_words(one.mind),
    )
