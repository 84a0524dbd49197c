# SPDX-License-Identifier: EUPL-1.2
"""What a backup says of itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from ruimbaan.parts.trust.backup.errors import BackupDamaged, NewerVersion

FORM = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """One file in a backup. `rows` by table."""

    name: str
    bytes: int
    sha256: str
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """`database` is how Django calls the kind: sqlite or postgresql."""

    version: str
    at: datetime
    database: str
    pieces: tuple[Piece, ...]

    @property
    def rows(self) -> int:
        return sum(sum(piece.rows.values()) for piece in self.pieces)

    def as_json(self) -> bytes:
        content = asdict(self) | {"at": self.at.isoformat(), "form": FORM}
        return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_manifest(content: bytes) -> Manifest:
    """Raises NewerVersion and BackupDamaged."""
    try:
        found: dict[str, Any] = json.loads(content)
        if found.pop("form") != FORM:
            raise NewerVersion(form=json.loads(content)["form"])
        pieces = tuple(Piece(**piece) for piece in found.pop("pieces"))
        return Manifest(**found | {"pieces": pieces, "at": datetime.fromisoformat(found["at"])})
    except (ValueError, KeyError, TypeError) as error:
        raise BackupDamaged(reason="what it says of itself cannot be read") from error
