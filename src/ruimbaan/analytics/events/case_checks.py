# SPDX-License-Identifier: EUPL-1.2
"""What can only be seen over whole cases: ties, overlaps, cases that are not whole, odd spellings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ruimbaan.analytics.events.catalogue import KINDS
from ruimbaan.analytics.events.checking import ROWS_SHOWN, Finding
from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.log import EVENT, EventLog, Order
from ruimbaan.analytics.events.precision import MONDAY, Precision
from ruimbaan.analytics.events.reading import quoted, text_columns
from ruimbaan.analytics.events.tidying import READ, TIMES, cell

EDGE_DAYS = 30  # a case that has an event this near to the edge of a log may go on outside it
SHORTEST = 2 * EDGE_DAYS  # days of a log that has a middle
SILENT_DAYS = 365
FEW = 10  # events; of fewer nothing is said about the choice of columns
ZONE = r":\d{2}([.,]\d+)?\s*(Z|z|UTC|[+-]\d{2}(:?\d{2})?)$"
CLOCK = r"\d:\d{2}"
IN_ORDER = 'PARTITION BY "case" ORDER BY complete, seq'


@dataclass(frozen=True, slots=True)
class Edges:
    """What somebody knows of a log: when it was made, how cases begin and end."""

    cut: date | None = None
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def case_findings(log: EventLog, edges: Edges, shown: int = ROWS_SHOWN) -> Iterator[Finding]:
    """Each kind that holds, with its rows."""
    for code, rows in (*_names(log), *_cells(log), *_cases(log, edges), *_whole(log)):
        told = log.con.execute(
            f'SELECT "row", found, count(*) OVER () FROM ({rows}) t("row", found)'  # noqa: S608
            f' ORDER BY "row" LIMIT {shown}'
        ).fetchall()
        if told:
            numbers = tuple(row for row, _, _ in told)
            yield Finding(KINDS[code], told[0][2], numbers, told[0][1] or "–")


def _names(log: EventLog) -> Iterator[tuple[str, str]]:
    alike = "GROUP BY lower({0}) HAVING count(DISTINCT {0}) > 1"
    for code, column in (("RB-EVENT-148", "activity"), ("RB-EVENT-149", "organisation")):
        if column in {role.value for role in log.roles}:
            yield (
                code,
                (
                    f"SELECT min(seq), string_agg(DISTINCT {column}, ' / ' ORDER BY {column})"  # noqa: S608
                    f" FROM {EVENT} {alike.format(column)}"
                ),
            )
    yield (
        "RB-EVENT-150",
        (
            f"SELECT min(seq), NULL FROM {EVENT} GROUP BY ltrim(lower(\"case\"), '0')"  # noqa: S608
            ' HAVING count(DISTINCT "case") > 1'
        ),
    )


def _cells(log: EventLog) -> Iterator[tuple[str, str]]:
    """Of times that are texts; a column of real times has one zone and one precision."""
    if log.order is not Order.NONE:
        return  # its times are real times already
    texts = text_columns(log.con, READ)
    for role in TIMES:
        if role not in log.roles or cell(role) not in texts:
            continue
        text = f"trim({cell(role)})"
        zoned, clock = f"regexp_matches({text}, '{ZONE}')", f"regexp_matches({text}, '{CLOCK}')"
        for code, others, odd in (
            ("RB-EVENT-132", zoned, f"{clock} AND NOT {zoned}"),
            ("RB-EVENT-138", clock, f'"{role.value}" IS NOT NULL AND NOT {clock}'),
        ):
            yield (
                code,
                (
                    f'SELECT "row", {text} FROM {READ} WHERE {odd}'  # noqa: S608
                    f" AND EXISTS (SELECT 1 FROM {READ} WHERE {others})"
                ),
            )


def _cases(log: EventLog, edges: Edges) -> Iterator[tuple[str, str]]:
    same = '"case", activity, "start", complete, organisation, resource'
    yield (
        "RB-EVENT-160",
        (
            f"SELECT seq, NULL FROM {EVENT}"  # noqa: S608
            f" QUALIFY row_number() OVER (PARTITION BY {same} ORDER BY seq) > 1"
        ),
    )
    yield (
        "RB-EVENT-161",
        (
            f"SELECT seq, NULL FROM {EVENT}"  # noqa: S608
            f' QUALIFY count(*) OVER (PARTITION BY "case", {_moment(log.precision)}) > 1'
        ),
    )
    for code, odd in (
        ("RB-EVENT-162", f'"start" < lag(complete) OVER ({IN_ORDER})'),
        (
            "RB-EVENT-168",
            f"complete - lag(complete) OVER ({IN_ORDER}) > INTERVAL {SILENT_DAYS} DAYS",
        ),
        ("RB-EVENT-169", 'complete < max(complete) OVER (PARTITION BY "case" ORDER BY seq)'),
        ("RB-EVENT-163", 'count(*) OVER (PARTITION BY "case") = 1'),
    ):
        yield code, f"SELECT seq, NULL FROM {EVENT} QUALIFY {odd}"  # noqa: S608
    yield from _edges(edges)


def _edges(edges: Edges) -> Iterator[tuple[str, str]]:
    last = 'row_number() OVER (PARTITION BY "case" ORDER BY complete DESC, seq DESC) = 1'
    first = f"row_number() OVER ({IN_ORDER}) = 1"
    cut = f"TIMESTAMP '{edges.cut}' + INTERVAL 1 DAY" if edges.cut else None
    span = f"(SELECT max(complete) - min(complete) FROM {EVENT}) > INTERVAL {SHORTEST} DAYS"  # noqa: S608
    end = cut or f"(SELECT max(complete) FROM {EVENT})"  # noqa: S608
    begin = f"(SELECT min(complete) FROM {EVENT})"  # noqa: S608
    if cut:
        yield "RB-EVENT-137", f"SELECT seq, NULL FROM {EVENT} WHERE complete >= {cut}"  # noqa: S608
    for code, odd, which in (
        ("RB-EVENT-164", f"complete > {end} - INTERVAL {EDGE_DAYS} DAYS", last),
        ("RB-EVENT-165", f"complete < {begin} + INTERVAL {EDGE_DAYS} DAYS", first),
    ):
        yield (
            code,
            f"SELECT seq, '{EDGE_DAYS}' FROM {EVENT} QUALIFY {which} AND {odd} AND {span}",  # noqa: S608
        )
    for code, names, which in (
        ("RB-EVENT-166", edges.begins, first),
        ("RB-EVENT-167", edges.ends, last),
    ):
        if names:
            listed = ", ".join(map(quoted, names))
            yield (
                code,
                (
                    f"SELECT seq, activity FROM {EVENT}"  # noqa: S608
                    f" QUALIFY {which} AND activity NOT IN ({listed})"
                ),
            )


def _whole(log: EventLog) -> Iterator[tuple[str, str]]:
    for code, odd in (
        ("RB-EVENT-152", 'count(DISTINCT "case") = count(*)'),
        ("RB-EVENT-153", "count(DISTINCT activity) = count(*)"),
    ):
        yield code, f"SELECT min(seq), NULL FROM {EVENT} HAVING count(*) > {FEW} AND {odd}"  # noqa: S608
    if Role.ORGANISATION in log.roles:
        yield (
            "RB-EVENT-171",
            f"SELECT min(seq), NULL FROM {EVENT} HAVING count(DISTINCT organisation) = 1",  # noqa: S608
        )
    if log.precision in (Precision.HOUR, Precision.DAY) and not log.declared:
        yield (
            "RB-EVENT-172",
            f"SELECT min(seq), '{log.precision}' FROM {EVENT} HAVING count(*) > {FEW}",  # noqa: S608
        )


def _moment(precision: Precision) -> str:
    shift = MONDAY if precision is Precision.WEEK else 0
    return f"(epoch_us(complete) + {shift}) // {precision.microseconds}"
