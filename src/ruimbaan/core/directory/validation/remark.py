# SPDX-License-Identifier: EUPL-1.2
"""What a check says: the kind, the column, and the words to fill in. Where it stood comes later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.validation.finding import FindingKind, shown


class Remark(NamedTuple):
    kind: FindingKind
    column: str
    details: Mapping[str, str]


Remarks = Iterator[Remark]
Values = Mapping[str, Json]


def remark(kind: FindingKind, column: str, **details: object) -> Remark:
    """Every detail is made fit to be shown; the column is one of them."""
    told = {name: shown(value) for name, value in details.items()}
    return Remark(kind, column, {"column": shown(column), **told})
