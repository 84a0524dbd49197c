# SPDX-License-Identifier: EUPL-1.2
"""Figures that anybody may see: a table of counts that passed its audit, as its two files say it.

The analytics write them; here they are only read, so a page of figures needs neither them nor people.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ruimbaan.core.insight.errors import ReleaseDamaged

FORMAT = 1
TOTAL = "*"
BELOW = " > "  # between a category and one inside it
Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """`cells`: for each combination of categories the count, None when it is hidden. A category is
    its path (`met > w01`); `*` stands for all of a dimension. `digest` is that of the table. `bases`: by
    dimension and category what was counted together in it, as far as the report tells."""

    name: str
    day: date
    threshold: int
    population: str
    dimensions: tuple[str, ...]
    cells: Mapping[Cell, int | None]
    digest: str
    bases: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def count(self, **chosen: str) -> int | None:
        """Of these categories, and of all in the dimensions not named. A combination that is not in
        the table holds nobody: 0; a hidden one gives None. Raises ValueError for no dimension of it."""
        if unknown := set(chosen) - set(self.dimensions):
            raise ValueError(f"{self.name}: no dimension {', '.join(sorted(unknown))}")
        return self.cells.get(tuple(chosen.get(name, TOTAL) for name in self.dimensions), 0)

    def categories(self, dimension: str) -> tuple[str, ...]:
        """In the order of the table, without the total."""
        place = self.dimensions.index(dimension)
        return tuple(dict.fromkeys(cell[place] for cell in self.cells if cell[place] != TOTAL))


def read_release(name: str, table: bytes, report: bytes) -> Release:
    """Raises ReleaseDamaged when the table is not the one that its report says was audited."""
    try:
        told: dict[str, Any] = json.loads(report)
        digest = hashlib.sha256(table).hexdigest()
        if digest != told["sha256"]:
            raise ReleaseDamaged(name=name, reason="sha256")
        if told["format"] != FORMAT or told["passed"] is not True:
            raise ReleaseDamaged(name=name, reason="format, passed")
        names = tuple(str(one["name"]) for one in told["dimensions"])
        return Release(
            name=str(told["name"]),
            day=date.fromisoformat(told["day"]),
            threshold=int(told["threshold"]),
            population=str(told["population"]),
            dimensions=names,
            cells=_cells(table.decode(), names),
            digest=digest,
            bases=dict(_bases(told["dimensions"])),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReleaseDamaged(name=name, reason=type(error).__name__) from None


def _bases(dimensions: list[dict[str, Any]]) -> Iterator[tuple[tuple[str, str], frozenset[str]]]:
    for one in dimensions:
        for category in one.get("categories", ()):
            path = BELOW.join(map(str, category["path"]))
            yield (str(one["name"]), path), frozenset(map(str, category["bases"]))


def _cells(text: str, names: tuple[str, ...]) -> dict[Cell, int | None]:
    header, *rows = csv.reader(text.splitlines())
    if tuple(header) != (*names, "count"):
        raise ValueError(header)
    cells: dict[Cell, int | None] = {}
    for *path, count in rows:
        cell = tuple(path)
        if len(cell) != len(names) or cell in cells:
            raise ValueError(cell)
        cells[cell] = int(count) if count else None
    return cells
