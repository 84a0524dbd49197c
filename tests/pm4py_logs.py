# SPDX-License-Identifier: EUPL-1.2
"""The public logs, what was asked of PM4Py about each, and our answer laid beside its."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruimbaan.analytics import events
from ruimbaan.analytics.events import Role, open_log
from ruimbaan.analytics.events.reading import rows_of
from ruimbaan.analytics.flows import FlowTables, figures, flows_of, kept_tables
from tools.paths import ROOT

FOLDER = ROOT / "tests" / "data" / "logs"
KEPT = FOLDER / "pm4py.json"
CLOSE = 1e-9  # days; PM4Py adds up seconds as floats


@dataclass(frozen=True, slots=True)
class Asked:
    """A log, its columns by name, and the column between whose values handovers are."""

    file: str
    case: str
    activity: str = ""
    complete: str = ""
    start: str = ""
    resource: str = ""
    organisation: str = ""
    handovers: str = ""

    @property
    def path(self) -> Path:
        return FOLDER / self.file

    def for_oracle(self, path: Path) -> dict[str, str]:
        names = ("case", "activity", "complete", "start", "handovers")
        return {"file": str(path)} | {name: getattr(self, name) for name in names}

    def columns(self) -> dict[Role, str]:
        return {role: name for role in Role if (name := getattr(self, role.value, ""))}


PUBLIC = (
    Asked(
        "pm4py_running-example.csv",
        *("case:concept:name", "concept:name", "time:timestamp"),
        resource="org:resource",
        handovers="org:resource",
    ),
    Asked("pm4py_running-example.xes", "concept:name", handovers="org:resource"),
    Asked(
        "eventdataR_patients.csv",
        *("patient", "handling", "time"),
        resource="employee",
        handovers="employee",
    ),
    *(
        Asked("pm4py_ocel20_example.jsonocel", kind)
        for kind in ("Invoice", "Payment", "Purchase Order", "Purchase Requisition")
    ),
)


def differences(asked: Asked, path: Path, theirs: dict[str, Any]) -> Iterator[str]:
    """Everything in which our answer is another one than theirs."""
    log = open_log(path, events.Asked(columns=asked.columns()))
    ours = flows_of(log)
    pairs = {(one, other): rest for one, other, *rest in theirs["transitions"]}
    yield from _unequal(
        "transitions", _counts(ours.transitions), {k: v[0] for k, v in pairs.items()}
    )
    for flow in ours.transitions:
        _, mean, median = pairs.get((flow.sender, flow.receiver), (0, -1.0, -1.0))
        if abs(flow.mean_days - mean) > CLOSE or abs(flow.median_days - median) > CLOSE:
            yield f"{flow}: mean {mean}, median {median}"
    networks = {(one, other): n for one, other, n in theirs["handovers"]}
    yield from _unequal("handovers", _counts(ours.handovers), networks)
    yield from _unequal("rework", dict(ours.rework), dict(theirs["rework"]))
    yield from _unequal("sizes", (ours.cases, ours.events), (theirs["cases"], theirs["events"]))
    paths = {tuple(path): n for path, n in theirs["variants"]}
    tables = kept_tables(log)
    yield from _unequal("variants", variants_of(tables), paths)
    yield from _unequal("number of variants", ours.variants, len(paths))
    days = sorted(row["days"] for row in rows_of(log.con, figures.durations(tables.course)))
    if len(days) != len(theirs["durations"]) or any(
        abs(one - other) > CLOSE for one, other in zip(days, theirs["durations"], strict=False)
    ):
        yield f"durations: {days} and {theirs['durations']}"


def variants_of(tables: FlowTables) -> dict[tuple[str, ...], int]:
    """Each order of activities by name, and how many cases went it."""
    names = tables.names()
    return {
        tuple(names[int(code)] for code in row["path"].split(",")): row["n"]
        for row in rows_of(tables.con, figures.variants(tables.course))
    }


def _counts(flows: Any) -> dict[tuple[str, str], int]:
    return {(flow.sender, flow.receiver): flow.n for flow in flows}


def _unequal(what: str, ours: object, theirs: object) -> Iterator[str]:
    if ours != theirs:
        yield f"{what}: {ours} and {theirs}"
