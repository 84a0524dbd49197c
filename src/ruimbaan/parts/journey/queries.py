# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of a file: all that stands in it, to take along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kinds import KINDS, Kind
from ruimbaan.parts.trust.walls import Opening


@dataclass(frozen=True, slots=True)
class Written:
    """One entry, sign for sign as the person wrote it. `words` is by the name of the field."""

    id: UUID
    written: datetime
    changed: datetime
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WholePart:
    """`questions` says what each field asked."""

    part: Part
    path: str
    title: Text
    questions: Mapping[str, Text]
    written: tuple[Written, ...]


def whole_file(opening: Opening) -> tuple[WholePart, ...]:
    """Every part that this opening covers, in the order of the file."""
    return tuple(_whole(opening, kind) for kind in KINDS if opening.covers(kind.part))


def _whole(opening: Opening, kind: Kind) -> WholePart:
    told = entries.read(opening, kind)
    return WholePart(
        part=kind.part,
        path=kind.path,
        title=kind.title,
        questions={field.name: field.label for field in kind.fields},
        written=tuple(Written(one.id, one.written, one.changed, one.values) for one in told),
    )
