# SPDX-License-Identifier: EUPL-1.2
"""One file that the site itself made, as a pattern for many: the same rows under new numbers, each text
sealed anew with the key of the new file and for its new place. So every row is as the site writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

import psycopg
from django.db import models

from ruimbaan.core.trust.chain import Row, chained, start
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.handoff.models import HandoffRecord, StepRecord
from ruimbaan.parts.journey.kinds import KINDS
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord, Journey
from ruimbaan.parts.trust.files.row_policies import part_tables
from ruimbaan.parts.trust.keys import sealing
from ruimbaan.parts.trust.keys.services import unseal

LOG_COLUMNS = ("writer", "seq", "at", "journey", "actor", "body", "digest")
SINGLES = {kind.table._meta.db_table: kind.path for kind in KINDS if kind.single}
Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row. `fields` are texts as COPY wants them, or a number that is another one in each file.
    `sealed`: at which field its text stands, and the text."""

    model: type[models.Model]
    table: str
    columns: tuple[str, ...]
    fields: tuple[str | UUID, ...]
    id: UUID | None = None
    sealed: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class File:
    journey: UUID
    owner: UUID
    patterns: tuple[Pattern, ...]
    log: tuple[tuple[int, str, str], ...]  # moment, actor and body of each row

    def clone(
        self, key: bytes, code_name: str, others: Mapping[UUID, UUID]
    ) -> tuple[UUID, Iterator[tuple[str, str]]]:
        """Its number, and its rows: table and line. `others`: who stands in the place of whom."""
        journey, new = uuid4(), dict(others)
        new[self.journey], new[self.owner] = journey, uuid4()
        for one in self.patterns:
            if one.id is not None and one.id not in new:
                single = SINGLES.get(one.table)
                new[one.id] = uuid5(journey, single) if single else uuid4()
        return journey, self._lines(journey, key, code_name, new)

    def _lines(
        self, journey: UUID, key: bytes, code_name: str, new: Mapping[UUID, UUID]
    ) -> Iterator[tuple[str, str]]:
        for one in self.patterns:
            told = [
                str(new.get(value, value)) if isinstance(value, UUID) else value
                for value in one.fields
            ]
            if one.sealed is not None and one.id is not None:
                at, text = one.sealed
                place = one.model.place(new[one.id])  # type: ignore[attr-defined]
                told[at] = _bytes(sealing.seal(key, journey, place, text.encode()))
            if one.model is Account:
                told[one.columns.index("code_name")] = code_name
            yield one.table, "\t".join(told) + "\n"

    def log_rows(self, clones: Sequence[tuple[UUID, UUID]]) -> Iterator[str]:
        """Lines of one chain, for files (journey, owner) that were made of this one."""
        writer, seq, head = uuid4().hex, 0, ""
        head = start(writer)
        for journey, owner in clones:
            bodies = [self._body(body, journey, owner) for _, _, body in self.log]
            digests = chained(head, bodies)
            for (at, actor, _), body, digest in zip(self.log, bodies, digests, strict=True):
                seq += 1
                who = str(owner) if actor == str(self.owner) else actor
                row = Row(writer, seq, at, str(journey), who, body, digest)
                values = (getattr(row, name) for name in LOG_COLUMNS)
                yield "\t".join(as_text(value) for value in values) + "\n"
            head = digests[-1]

    def _body(self, body: str, journey: UUID, owner: UUID) -> str:
        return body.replace(str(self.journey), str(journey)).replace(str(self.owner), str(owner))


def read_file(data: Connection, journey: UUID, owner: UUID) -> File:
    """`data`: as the superuser, whom no wall stops."""
    found: list[Pattern] = []
    models_of: tuple[type[models.Model], ...] = (
        *(Account, Journey, Acquaintance, GrantRecord),
        *part_tables(),
        HandoffRecord,
    )
    for model in models_of:
        column = "id" if model in (Account, Journey) else "journey_id"
        found += _rows(data, model, column, owner if model is Account else journey, journey)
    for handoff in [one.id for one in found if one.model is HandoffRecord]:
        found += _rows(data, StepRecord, "handoff_id", handoff, journey)
    log = data.execute(
        "SELECT at, actor, body FROM trust_access WHERE journey = %s ORDER BY at, seq",
        [str(journey)],
    ).fetchall()
    return File(journey, owner, tuple(found), tuple(log))


def _rows(
    data: Connection, model: type[models.Model], column: str, value: object, journey: UUID
) -> Iterator[Pattern]:
    table = model._meta.db_table
    columns = tuple(str(field.column) for field in model._meta.concrete_fields)
    names = quoted(columns)
    statement = f"SELECT {names} FROM {table} WHERE {column} = %s"  # noqa: S608 -- own names
    for values in data.execute(statement, [value]):
        key = values[columns.index(model._meta.pk.column)]
        sealed = None
        if "sealed" in columns and values[columns.index("sealed")] is not None:
            at = columns.index("sealed")
            place = model.place(key)  # type: ignore[attr-defined]
            sealed = (at, unseal(journey, place, values[at]))
        fields = tuple(one if isinstance(one, UUID) else as_text(one) for one in values)
        yield Pattern(model, table, columns, fields, key, sealed)


def quoted(columns: Sequence[str]) -> str:
    return ", ".join(f'"{one}"' for one in columns)


def as_text(value: object) -> str:
    """As COPY wants it."""
    match value:
        case None:
            return "\\N"
        case bool():
            return "t" if value else "f"
        case bytes() | memoryview():
            return _bytes(bytes(value))
        case datetime():
            return value.isoformat()
        case dict() | list():
            return as_text(json.dumps(value))
    told = str(value)
    return told.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _bytes(value: bytes) -> str:
    return f"\\\\x{value.hex()}"
