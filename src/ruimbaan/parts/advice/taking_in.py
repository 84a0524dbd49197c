# SPDX-License-Identifier: EUPL-1.2
"""What another region tells, taken in whole or not at all, beside what is our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction

from ruimbaan.core.advice.exchange import plain
from ruimbaan.core.advice.exchange.errors import NotAParcel, OlderThanKept, OwnParcel
from ruimbaan.core.advice.exchange.items import Kind, Parcel
from ruimbaan.integrations.rule_exchange import Signed, Signer, read_file, written_key
from ruimbaan.parts.advice.keys import key_of_this_site
from ruimbaan.parts.advice.models import ToldRecord


def looked_at(content: bytes, signers: Iterable[Signer], today: date) -> Signed:
    """Raises what is wrong with it; nothing is kept."""
    own = Signer("", written_key(key_of_this_site()))
    signed = read_file(content, [*signers, own])
    if signed.signer is own:
        raise OwnParcel
    if signed.parcel.day > today:
        raise NotAParcel(reason=signed.parcel.day.isoformat())
    kept = ToldRecord.objects.filter(key=signed.signer.key).order_by("-day").first()
    if kept is not None and kept.day > signed.parcel.day:
        raise OlderThanKept(title=kept.title, day=kept.day.isoformat())
    return signed


@transaction.atomic
def take_in(content: bytes, signers: Iterable[Signer], today: date) -> Signed:
    """Raises what is wrong with it, and then what was there is as it was. Taken in twice it is there
    once."""
    signed = looked_at(content, signers, today)
    ToldRecord.objects.filter(key=signed.signer.key).delete()
    ToldRecord.objects.bulk_create(_rows(signed))
    return signed


def _rows(signed: Signed) -> Iterator[ToldRecord]:
    parcel = signed.parcel
    for kind, code, told in _items(parcel):
        yield ToldRecord(
            key=signed.signer.key,
            region=parcel.region,
            title=parcel.title,
            day=parcel.day,
            kind=kind,
            code=code,
            plain=told,
        )


def _items(parcel: Parcel) -> Iterator[tuple[Kind, str, dict[str, object]]]:
    for change in parcel.changes:
        yield Kind.CHANGE, change.number, plain.change_plain(change)
    for agreed in parcel.agreements:
        yield Kind.AGREEMENT, "", plain.agreement_plain(agreed)
    for block in parcel.blocks:
        yield Kind.BLOCK, block.id, plain.block_plain(block)
    for pattern in parcel.patterns:
        yield Kind.PATTERN, pattern.number, plain.pattern_plain(pattern)
