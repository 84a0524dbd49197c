# SPDX-License-Identifier: EUPL-1.2
"""Judges the rows of a log by the catalogue, all kinds in one pass, and keeps where it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.catalogue import KINDS, ROW_KINDS
from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.kinds import Kind, Treatment
from ruimbaan.analytics.events.quiet import Quiet, holds
from ruimbaan.analytics.events.reading import Fault, Staged
from ruimbaan.analytics.events.tidying import READ
from ruimbaan.core.kernel.errors import Explanation
from ruimbaan.core.kernel.texts import Language

ROWS_SHOWN = 20
SHOWN = 60  # characters of a cell


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind, how many rows have it, the first of them, and what stood in the first."""

    kind: Kind
    count: int
    rows: tuple[int, ...] = ()
    found: str = "–"

    def explain(self, language: Language) -> Explanation:
        return Explanation(
            code=self.kind.code,
            cause=self.kind.cause.in_language(language).replace("{found}", self.found[:SHOWN]),
            advice=self.kind.advice.in_language(language),
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the rows of a file: `read` = `set_aside` + those that became events."""

    read: int
    set_aside: int
    repaired: int
    findings: tuple[Finding, ...]


def report_of(staged: Staged, quiet: Quiet, shown: int = ROWS_SHOWN) -> Report:
    """What the catalogue and the reader find in the rows of the table `read`."""
    kinds = [kind for kind in ROW_KINDS if can_be_said(kind, staged.roles)]
    aside = condition(Treatment.ASIDE, staged.roles, quiet)
    repaired = f"({condition(Treatment.REPAIRED, staged.roles, quiet)}) AND NOT ({aside})"
    counts = ", ".join(f"count_if({one})" for one in (aside, repaired, *_conditions(kinds, quiet)))
    told = staged.con.execute(f"SELECT count(*), {counts} FROM {READ}").fetchall()[0]  # noqa: S608
    found = [
        _finding(staged.con, kind, holds(kind, quiet), count, shown)
        for kind, count in zip(kinds, told[3:], strict=True)
        if count
    ]
    treated = Counter(KINDS[fault.code].treatment for fault in staged.faults)
    unread = treated[Treatment.ASIDE]
    return Report(
        read=told[0] + unread,
        set_aside=told[1] + unread,
        repaired=told[2],
        findings=(*_of_reader(staged.faults, shown), *found),
    )


def condition(treatment: Treatment, roles: Iterable[Role], quiet: Quiet) -> str:
    """Is there a kind with this treatment that holds for a row? SQL, never empty."""
    there = frozenset(roles)
    kinds = [k for k in ROW_KINDS if k.treatment is treatment and can_be_said(k, there)]
    return " OR ".join(_conditions(kinds, quiet))


def can_be_said(kind: Kind, roles: Iterable[Role]) -> bool:
    return bool(kind.holds) and (kind.needs is None or kind.needs in roles)


def _conditions(kinds: Iterable[Kind], quiet: Quiet) -> list[str]:
    return [f"coalesce({holds(kind, quiet)}, false)" for kind in kinds]


def _of_reader(faults: Iterable[Fault], shown: int) -> Iterator[Finding]:
    by_code: dict[str, list[Fault]] = {}
    for fault in faults:
        by_code.setdefault(fault.code, []).append(fault)
    for code, some in by_code.items():
        rows = tuple(fault.row for fault in some[:shown])
        yield Finding(KINDS[code], len(some), rows, some[0].found)


def _finding(con: DuckDBPyConnection, kind: Kind, where: str, count: int, shown: int) -> Finding:
    rows = con.execute(
        f'SELECT "row", CAST({kind.shown or "NULL"} AS VARCHAR) FROM {READ}'  # noqa: S608
        f' WHERE {where} ORDER BY "row" LIMIT {shown}'
    ).fetchall()
    return Finding(kind, count, tuple(row for row, _ in rows), (rows and rows[0][1]) or "–")
