# SPDX-License-Identifier: EUPL-1.2
"""How much we read at most: ten times a large province, and not the memory of the machine."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """`ratio` is how many times larger a file may be than it is inside its zip."""

    file_bytes: int = 150 * MEGABYTE
    total_bytes: int = 300 * MEGABYTE
    files: int = 200
    rows: int = 500_000
    columns: int = 500
    depth: int = 60
    ratio: int = 200


USUAL = Limits()
