# SPDX-License-Identifier: EUPL-1.2
"""What was refused and waits for somebody to look at it: told, judged again with what was lacking
filled in, or dropped. What left can be put back for a month; then it is thrown away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from ruimbaan.core.directory.records.changes import Source
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Content, Place, Row
from ruimbaan.core.directory.records.tables import TABLES
from ruimbaan.core.directory.validation.catalogue import kinds
from ruimbaan.core.directory.validation.finding import Finding, shown
from ruimbaan.integrations.own_list import read_line
from ruimbaan.integrations.own_list.kinds import KINDS as KINDS_OF_LISTS
from ruimbaan.integrations.own_list.lines import KEPT, TABLE
from ruimbaan.parts.directory.by import COMMAND_LINE, By
from ruimbaan.parts.directory.exchange.applying import apply
from ruimbaan.parts.directory.exchange.errors import NotWaiting
from ruimbaan.parts.directory.exchange.models import Quarantined
from ruimbaan.parts.directory.exchange.own_list import preview_list
from ruimbaan.parts.directory.exchange.previewing import Preview, preview
from ruimbaan.parts.directory.exchange.regions import check_region
from ruimbaan.parts.directory.upkeep import deeds
from ruimbaan.parts.directory.upkeep.models import Deed, What

PUT_BACK_WITHIN = timedelta(days=30)
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
    rows = _still_there(region).select_related("batch")
    return tuple(_waiting(row) for row in rows.order_by("-batch__at", "pk"))


def count_waiting(region: str) -> int:
    return _still_there(region).count()


def find_waiting(region: str, number: int) -> Waiting:
    """Raises NotWaiting."""
    row = _still_there(region).filter(pk=number).select_related("batch")
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
def accept(
    waiting: Waiting, found: Preview, at: datetime, *, mended: bool, by: By = COMMAND_LINE
) -> Deed:
    """Stores what `look_again` found; it leaves quarantine. `mended`: somebody filled something in.
    Raises NotWaiting when somebody else was first, or ChangedMeanwhile."""
    _leaves(waiting.region, waiting.number, at)
    batch = apply(found, at, Source.COORDINATOR if mended else Source.IMPORT)
    return _noted(What.ACCEPTED, waiting, at, by, batch.version)


@transaction.atomic
def drop(
    region: str, numbers: Iterable[int], at: datetime, by: By = COMMAND_LINE
) -> tuple[Deed, ...]:
    """They stay out, all or none. Raises NotWaiting."""
    found = [find_waiting(region, number) for number in numbers]
    for one in found:
        _leaves(region, one.number, at)
    return tuple(_noted(What.DROPPED, one, at, by) for one in found)


def put_back(region: str, number: int) -> bool:
    """It waits again. False when it was thrown away in the meantime."""
    left = Quarantined.objects.filter(batch__region=region, pk=number).exclude(left_at=None)
    return bool(left.update(left_at=None))


def forget_left(at: datetime) -> int:
    """Throw away, for good, what left a month ago. How many rows went."""
    return Quarantined.objects.filter(left_at__lt=at - PUT_BACK_WITHIN).delete()[0]


def _still_there(region: str) -> QuerySet[Quarantined]:
    return Quarantined.objects.filter(batch__region=region, left_at=None)


def _leaves(region: str, number: int, at: datetime) -> None:
    if not _still_there(region).filter(pk=number).update(left_at=at):
        raise NotWaiting(number=number)


def _noted(what: What, one: Waiting, at: datetime, by: By, write: str = "") -> Deed:
    name = shown(one.name or one.place)  # half a character cannot be kept
    key: dict[str, Json] = {"number": one.number}
    return deeds.note(what, one.region, at=at, by=by, name=name, write=write, key=key)


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
