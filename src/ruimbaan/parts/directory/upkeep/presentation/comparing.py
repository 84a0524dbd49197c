# SPDX-License-Identifier: EUPL-1.2
"""Two places side by side, and what would remain of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.duplicates.merging import MERGED, Merged
from ruimbaan.core.directory.duplicates.reasons import TEXTS
from ruimbaan.core.directory.records.changes import fields_of
from ruimbaan.core.directory.records.record import Record
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.parts.directory.duplicates.queries import Double
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.details import details
from ruimbaan.parts.directory.presentation.found import checked_words
from ruimbaan.parts.directory.presentation.saying import gate_text, said, wait_words
from ruimbaan.parts.directory.store.reading import records_by_key
from ruimbaan.parts.directory.upkeep.presentation.history import NOTHING, field_name
from ruimbaan.parts.directory.wording import wording

KEEP = "houd"  # in an address: the code of the one that stays
NOT_TOLD = (MERGED, "id")


@dataclass(frozen=True, slots=True)
class ShownPair:
    one: str
    other: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """`differs`: look here."""

    name: str
    one: str
    other: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Side:
    code: str
    name: str
    url: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Remains:
    """What the one that stays would say that it does not say now, and what moves along."""

    name: str
    gone: str
    filled: tuple[tuple[str, str], ...]
    moves: str


def shown_pairs(region: str, doubles: tuple[Double, ...]) -> tuple[ShownPair, ...]:
    return tuple(
        ShownPair(
            one=found.one.name,
            other=found.other.name,
            why=", ".join(said(TEXTS[reason]) for reason in found.reasons),
            url=reverse("upkeep:double", args=[region, found.one.code, found.other.code]),
        )
        for found in doubles
    )


def sides(region: str, one: Listing, other: Listing, kept: str) -> tuple[Side, Side]:
    base = reverse("upkeep:double", args=[region, one.code, other.code])
    first, second = (
        Side(each.code, each.name, f"{base}?{KEEP}={each.code}#blijft", each.code == kept)
        for each in (one, other)
    )
    return first, second


def lines(one: Listing, other: Listing) -> tuple[Line, ...]:
    both = zip(_facts(one), _facts(other), strict=True)
    return tuple(
        Line(name, first or NOTHING, second or NOTHING, first != second)
        for (name, first), (_name, second) in both
    )


def _facts(one: Listing) -> Iterator[tuple[str, str]]:
    told = details(one)
    payer = wording().frames.get(one.frame)
    yield _("Code"), one.code
    yield _("Wie dit doet"), one.organisation
    yield _("Beschrijving"), told.description
    yield _("Waar"), "; ".join(line for where in told.where for line in where.lines)
    yield _("Bellen of mailen"), ", ".join(link.text for link in told.links)
    yield _("Wanneer open"), "; ".join(told.hours)
    yield _("Naar binnen"), gate_text(one.gate)
    yield _("Wachten"), wait_words(one.wait_days)
    yield _("Wie betaalt"), said(payer) if payer else one.frame
    yield _("Nagekeken"), checked_words(one)


def remains(kept: Listing, gone: Listing, merged: Merged) -> Remains:
    after = next(record for record in merged.records if record.id == kept.uid)
    now = records_by_key([after.key]).get(after.key)
    moved = len(merged.records) - 1
    return Remains(
        name=kept.name,
        gone=gone.name,
        filled=tuple(_filled(now, after)),
        moves=ngettext(
            "%(n)d gegeven van de ander gaat mee, zoals een telefoon of adres.",
            "%(n)d gegevens van de ander gaan mee, zoals een telefoon of adres.",
            moved,
        )
        % {"n": moved},
    )


def _filled(now: Record | None, after: Record) -> Iterator[tuple[str, str]]:
    before = fields_of(now)
    for name, value in fields_of(after).items():
        if name not in NOT_TOLD and before.get(name) != value:
            yield field_name(name), shown(value)
