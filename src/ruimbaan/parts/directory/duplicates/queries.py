# SPDX-License-Identifier: EUPL-1.2
"""The queue: pairs that nobody has judged yet, the surest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ruimbaan.core.directory.duplicates.finding import Pair
from ruimbaan.core.directory.duplicates.merging import MERGED
from ruimbaan.core.directory.duplicates.reasons import TEXTS, Reason
from ruimbaan.core.directory.joining.queue import Item, Why
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory.duplicates.models import CandidatePair, Verdict
from ruimbaan.parts.directory.models import Listing, StoredRecord


@dataclass(frozen=True, slots=True)
class Side:
    """One service of a pair; `code` is its name within the region."""

    uid: str
    code: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Double:
    one: Side
    other: Side
    score: float
    reasons: tuple[Reason, ...]


def list_open(region: str) -> tuple[Double, ...]:
    """As the last look found them."""
    pairs = list(CandidatePair.objects.filter(region=region).order_by("-score", "first", "second"))
    sides = _sides(region, {uid for pair in pairs for uid in (pair.first, pair.second)})
    return tuple(
        Double(
            sides[pair.first],
            sides[pair.second],
            pair.score,
            tuple(Reason(reason) for reason in pair.reasons),
        )
        for pair in pairs
        if pair.first in sides and pair.second in sides
    )


def count_open(region: str) -> int:
    return CandidatePair.objects.filter(region=region).count()


def successor_of(region: str, code: str) -> str:
    """The id of the service that the one with this code went up in; empty when there is none."""
    rows = StoredRecord.objects.filter(region=region, table="service", values__has_key=MERGED)
    for row in rows.order_by("uid"):
        for was in row.values[MERGED]:
            record = Record("service", was["id"], was["values"])
            if code in (record.id, profile_of(record).code):
                return row.uid
    return ""


def judged_pairs(region: str) -> frozenset[Pair]:
    found = Verdict.objects.filter(region=region).values_list("first", "second")
    return frozenset((first, second) for first, second in found)


def _sides(region: str, uids: Iterable[str]) -> dict[str, Side]:
    wanted = set(uids)
    rows = Listing.objects.filter(region=region).order_by("uid")
    found = rows.values_list("uid", "code", "name", "organisation")
    return {row[0]: Side(*row) for row in found.iterator() if row[0] in wanted}


def waiting(region: str) -> tuple[Item, ...]:
    """The pairs as items of a coordinator's queue; `note` names the other one and says why."""
    return tuple(
        Item(
            Why.DOUBLE,
            found.one.code,
            found.one.name,
            note=_told(found),
            other=found.other.code,
        )
        for found in list_open(region)
    )


def _told(double: Double) -> str:
    why = ", ".join(TEXTS[reason].nl for reason in double.reasons)
    return f"{double.other.code} {double.other.name}: {why}"
