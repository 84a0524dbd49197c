# SPDX-License-Identifier: EUPL-1.2
"""What other regions told, for the pages on which it stands beside what is our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ruimbaan.core.advice.exchange import plain
from ruimbaan.core.advice.exchange.items import (
    Kind,
    RuleChange,
    SharedAgreement,
    SharedBlock,
    SharedPattern,
)
from ruimbaan.parts.advice.models import ToldRecord


@dataclass(frozen=True, slots=True)
class Origin:
    """Where it came from, and of which day it is."""

    region: str
    day: date


def told_changes(number: str) -> tuple[tuple[Origin, RuleChange], ...]:
    """Of the rule with this number."""
    rows = _rows(Kind.CHANGE, number)
    return tuple((origin(row), plain.change_from(row.plain)) for row in rows)


def told_patterns(number: str) -> tuple[tuple[Origin, SharedPattern], ...]:
    rows = _rows(Kind.PATTERN, number)
    return tuple((origin(row), plain.pattern_from(row.plain)) for row in rows)


def told_agreements() -> tuple[tuple[Origin, SharedAgreement], ...]:
    rows = _rows(Kind.AGREEMENT)
    return tuple((origin(row), plain.agreement_from(row.plain)) for row in rows)


def told_blocks() -> tuple[tuple[Origin, SharedBlock], ...]:
    rows = _rows(Kind.BLOCK)
    return tuple((origin(row), plain.block_from(row.plain)) for row in rows)


def origin(row: ToldRecord) -> Origin:
    return Origin(row.title, row.day)


def _rows(kind: Kind, code: str = "") -> Iterator[ToldRecord]:
    rows = ToldRecord.objects.filter(kind=kind)
    return iter(rows.filter(code=code) if code else rows)
