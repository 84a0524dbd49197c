# SPDX-License-Identifier: EUPL-1.2
"""An import while it is being looked at: what still comes in, what was set aside, what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ruimbaan.core.directory.records.record import Json, Key, Record
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import Finding, FindingKind
from ruimbaan.core.directory.validation.judging import Judged, Refused
from ruimbaan.core.directory.validation.remark import remark


class Draft:
    """Steps take records out of it or change them; nothing gets lost between."""

    def __init__(self, judged: Judged) -> None:
        self.records: dict[Key, Record] = {record.key: record for record in judged.records}
        self.findings: list[Finding] = list(judged.findings)
        self.refused: list[Refused] = list(judged.refused)
        self.places = judged.places
        self.foreign = judged.foreign

    def put(self, record: Record) -> None:
        self.records[record.key] = record

    def note(self, record: Record, kind: FindingKind, column: str, **details: object) -> Finding:
        """Says something about a record. A kind that refuses also sets the record aside."""
        said = remark(kind, column, **details)
        place = self.places.get(record.key, Place(""))
        finding = Finding(kind, record.table, record.id, place.at(column), said.details)
        self.findings.append(finding)
        if finding.refuses and self.records.pop(record.key, None) is not None:
            self.refused.append(
                Refused(record.table, record.id, dict(record.values), place, (finding,))
            )
        return finding

    def of(self, table: str) -> Iterable[Record]:
        return [record for record in self.records.values() if record.table == table]

    def change(self, record: Record, name: str, value: Json) -> Record:
        """The record with another value under this name."""
        changed = replace(record, values={**record.values, name: value})
        self.put(changed)
        return changed
