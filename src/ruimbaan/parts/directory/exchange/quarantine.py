# SPDX-License-Identifier: EUPL-1.2
"""What was refused and waits for somebody to look at it: told, judged again with what was lacking
filled in, or thrown away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from ruimbaan.core.directory.records.changes import Source
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Content, Place, Row
from ruimbaan.core.directory.records.tables import TABLES
from ruimbaan.core.directory.validation.catalogue import kinds
from ruimbaan.core.directory.validation.finding import Finding
from ruimbaan.integrations.own_list import read_line
from ruimbaan.integrations.own_list.kinds import KINDS as KINDS_OF_LISTS
from ruimbaan.integrations.own_list.lines import KEPT, TABLE
from ruimbaan.parts.directory.exchange.applying import apply
from ruimbaan.parts.directory.exchange.errors import NotWaiting
from ruimbaan.parts.directory.exchange.models import Quarantined
from ruimbaan.parts.directory.exchange.own_list import preview_list
from ruimbaan.parts.directory.exchange.previewing import Preview, preview
from ruimbaan.parts.directory.exchange.regions import check_region

KINDS = {kind.code: kind for kind in (*kinds(), *KINDS_OF_LISTS)}


@dataclass(frozen=True, slots=True)
class Waiting:
    """`number` is how commands call it. `content` is what stood there, word for word."""

    number: int
    region: str
    source: str
    since: datetime
    table: str
    uid: str
    place: str
    content: Json
    findings: tuple[Finding, ...]
    columns: Mapping[str, str]

    @property
    def is_line(self) -> bool:
        """A line of a list of one's own, by its headings; not yet a record."""
        values, _ = _taken_apart(self.content)
        is_record = isinstance(values.get(KEPT), dict)
        return bool(self.columns) and self.table == TABLE and not is_record

    @property
    def name(self) -> str:
        """How people call it, if it says so."""
        values, _ = _taken_apart(self.content)
        headings = [heading for heading, field in self.columns.items() if field == "name"]
        found = values.get(headings[0] if self.is_line and headings else "name")
        return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class Again:
    """`preview` is what would be stored; None when it is refused again."""

    findings: tuple[Finding, ...]
    preview: Preview | None


def list_waiting(region: str) -> tuple[Waiting, ...]:
    """The latest import first, and as it stood there. Raises UnknownRegion."""
    check_region(region)
    rows = Quarantined.objects.filter(batch__region=region).select_related("batch")
    return tuple(_waiting(row) for row in rows.order_by("-batch__at", "pk"))


def find_waiting(region: str, number: int) -> Waiting:
    """Raises NotWaiting."""
    row = Quarantined.objects.filter(batch__region=region, pk=number).select_related("batch")
    if (found := row.first()) is None:
        raise NotWaiting(number=number)
    return _waiting(found)


def look_again(waiting: Waiting, filled: Mapping[str, str], today: date) -> Again:
    """Judges it once more with these columns filled in. What never was a row of a table has none, and
    stays refused."""
    values, surplus = _taken_apart(waiting.content)
    if waiting.is_line:
        found = _line_again(waiting, values, surplus, filled, today)
    elif waiting.table in TABLES and values:
        for name, text in filled.items():
            _fill(values, name, text)
        row = Row(waiting.table, values, Place(waiting.place), surplus)
        found = preview(waiting.region, Content((row,)), source=waiting.source, today=today)
    else:
        return Again(waiting.findings, None)
    return Again(found.findings, None if found.refused else found)


@transaction.atomic
def accept(waiting: Waiting, found: Preview, at: datetime, *, mended: bool) -> None:
    """Stores what `look_again` found; it leaves quarantine. `mended`: somebody filled something in.
    Raises NotWaiting when somebody else was first, or ChangedMeanwhile."""
    taken, _ = Quarantined.objects.filter(pk=waiting.number).delete()
    if not taken:
        raise NotWaiting(number=waiting.number)
    apply(found, at, Source.COORDINATOR if mended else Source.IMPORT)


@transaction.atomic
def drop(region: str, numbers: Iterable[int]) -> None:
    """Throws them away, all or none. Raises NotWaiting."""
    for number in numbers:
        taken, _ = Quarantined.objects.filter(batch__region=region, pk=number).delete()
        if not taken:
            raise NotWaiting(number=number)


def _line_again(
    waiting: Waiting,
    values: Mapping[str, Json],
    surplus: tuple[str, ...],
    filled: Mapping[str, str],
    today: date,
) -> Preview:
    cells = {heading: str(cell) for heading, cell in values.items()}
    headings = {field: heading for heading, field in waiting.columns.items()}
    cells |= {headings.get(name, name): text for name, text in filled.items()}
    columns = dict(waiting.columns)
    place = Place(waiting.place)
    own = read_line(cells, columns, waiting.region, today, place, surplus)
    return preview_list(waiting.region, own, source=waiting.source, today=today)


def _taken_apart(content: Json) -> tuple[dict[str, Json], tuple[str, ...]]:
    """The values, and the cells beyond the last column."""
    match content:
        case {"values": dict(values), "surplus": list(surplus), **rest} if not rest:
            return dict(values), tuple(str(cell) for cell in surplus)
        case dict():
            return dict(content), ()
    return {}, ()


def _fill(values: dict[str, Json], name: str, text: str) -> None:
    """`ruimbaan.code` is the code inside our profile."""
    outer, dot, inner = name.partition(".")
    held = values.get(outer)
    if dot and name not in values and (held is None or isinstance(held, dict)):
        deeper = dict(held or {})
        _fill(deeper, inner, text)
        values[outer] = deeper
    else:
        values[name] = text


def _waiting(row: Quarantined) -> Waiting:
    batch = row.batch
    place = Place(row.place)
    return Waiting(
        number=row.pk,
        region=batch.region,
        source=batch.source,
        since=batch.at,
        table=row.table,
        uid=row.uid,
        place=row.place,
        content=json.loads(row.content),
        findings=tuple(
            Finding(
                KINDS[found["code"]],
                row.table,
                row.uid,
                place.at(found["column"]),
                found["details"],
            )
            for found in row.findings
        ),
        columns=batch.columns,
    )
