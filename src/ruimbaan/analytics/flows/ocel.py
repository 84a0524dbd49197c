# SPDX-License-Identifier: EUPL-1.2
"""A log as OCEL 2.0 in JSON: case, organisation, resource and frame are objects of an event."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruimbaan.analytics.events.log import EventLog
from ruimbaan.analytics.events.reading import rows_of, sql_of

TYPES = ("case", "organisation", "resource", "frame", "receiver", "rule")
BATCH = 50_000  # events in memory at once


def write_ocel(log: EventLog, path: Path) -> None:
    """Raises OSError. Events are written as they come, so a log may be larger than memory."""
    objects = _objects(log)
    kinds = [name for name in TYPES if any(uid[0] == name for uid in objects)]
    activities = log.events.select("activity").distinct().order_by("activity")
    with path.open("w", encoding="utf-8") as out:
        out.write('{"objectTypes":')
        json.dump([{"name": kind, "attributes": []} for kind in kinds], out)
        out.write(',\n"eventTypes":')
        start = [{"name": "start", "type": "time"}]
        names = [row["activity"] for row in rows_of(log.con, activities)]
        json.dump([{"name": n, "attributes": start} for n in names], out, ensure_ascii=False)
        out.write(',\n"objects":[')
        for number, (kind, name) in enumerate(objects):
            out.write(",\n" if number else "\n")
            json.dump(
                {"id": _uid(kind, name), "type": kind, "attributes": [], "relationships": []},
                out,
                ensure_ascii=False,
            )
        out.write('],\n"events":[')
        for number, event in enumerate(_events(log)):
            out.write(",\n" if number else "\n")
            json.dump(event, out, ensure_ascii=False)
        out.write("]}\n")


def _objects(log: EventLog) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for kind in TYPES:
        names = log.events.select(name=log.events[kind]).distinct().order_by("name")
        found += [(kind, r["name"]) for r in rows_of(log.con, names) if r["name"] is not None]
    return found


def _events(log: EventLog) -> Iterator[dict[str, Any]]:
    """In the order in which the source wrote them, so that reading them back gives the same."""
    number = 0
    in_order = sql_of(log.events.order_by("seq", "case"))
    for batch in log.con.sql(in_order).to_arrow_reader(BATCH):
        for row in batch.to_pylist():
            number += 1
            yield {
                "id": f"e{number}",
                "type": row["activity"],
                "time": f"{row['complete'].isoformat()}Z",
                "attributes": [{"name": "start", "value": f"{row['start'].isoformat()}Z"}],
                "relationships": [
                    {"objectId": _uid(kind, row[kind]), "qualifier": kind}
                    for kind in TYPES
                    if row[kind] is not None
                ],
            }


def _uid(kind: str, name: str) -> str:
    """A case keeps its name. Two objects of other types may have one name, an id only one object."""
    return name if kind == "case" else f"{kind}:{name}"
