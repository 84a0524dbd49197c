# SPDX-License-Identifier: EUPL-1.2
"""What this region can tell others about its rules: only what everybody here may read already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ruimbaan.core.advice.advice import follow
from ruimbaan.core.advice.changes import text_of
from ruimbaan.core.advice.evidence import told_of
from ruimbaan.core.advice.exchange.items import (
    Parcel,
    Points,
    RuleChange,
    SharedAgreement,
    SharedBlock,
    SharedPattern,
)
from ruimbaan.core.advice.followup import Difference
from ruimbaan.core.advice.known import Known
from ruimbaan.core.rules.layers import CLASS_OF
from ruimbaan.core.rules.rule import RuleClass
from ruimbaan.parts.advice.known import known_in
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.discretion.queries import agreements_to_tell
from ruimbaan.parts.rulebook.queries import all_versions
from ruimbaan.parts.storybook.queries import find_book


def parcel_of(region: Region, today: date) -> Parcel:
    known = known_in(region.id)
    return Parcel(
        region=region.id,
        title=region.title.nl,
        day=today,
        changes=tuple(_changes(region.id, known)),
        agreements=tuple(_agreements(region.id, today)),
        blocks=tuple(_blocks()),
        patterns=tuple(_patterns(region.id, known)),
    )


def _changes(region: str, known: Known) -> Iterator[RuleChange]:
    """Of the rules that this region made itself, each with what it was last."""
    for name in sorted(all_versions().versions):
        *before, newest = all_versions().versions[name]
        layer, found = newest.layer, follow(newest, known)
        is_own = newest.owner == region and layer and CLASS_OF[layer] is not RuleClass.LAW
        if before and is_own and layer and found:
            yield RuleChange(
                number=newest.number,
                title=newest.rule.title,
                before=text_of(before[-1]),
                after=text_of(newest),
                layer=layer.value,
                day=found.day,
                outcome=found.outcome,
                points=_points(found.difference) if found.difference else None,
            )


def _points(one: Difference) -> Points:
    return Points(round(100 * one.value), round(100 * one.low), round(100 * one.high))


def _agreements(region: str, today: date) -> Iterator[SharedAgreement]:
    """What holds today, without the organisations and without their places."""
    for one in agreements_to_tell(region, today):
        numbers = {name.partition("-")[0] for name in one.touches.rules}
        yield SharedAgreement(
            one.title,
            one.situation,
            tuple(share.does for share in one.shares),
            tuple(sorted(numbers)),
            tuple(sorted(one.touches.frictions)),
        )


def _blocks() -> Iterator[SharedBlock]:
    book = find_book()
    for one in book.blocks if book else ():
        yield SharedBlock(one.id, one.title, one.summary, one.rules, one.frictions)


def _patterns(region: str, known: Known) -> Iterator[SharedPattern]:
    """Of the rules of this region, and of the country."""
    for number in sorted({name.partition("-")[0] for name in known.patterns}):
        names = {
            name
            for name, versions in all_versions().versions.items()
            if versions[-1].number == number and versions[-1].owner in {region, "nl"}
        }
        used = told_of(known.patterns, names | {number})
        if used is not None:
            yield SharedPattern(number, used.times, used.helped)
