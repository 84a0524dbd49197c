# SPDX-License-Identifier: EUPL-1.2
"""Columns in which no cell asks attention, so that their rows need not be judged one by one.

A name stands in thousands of rows: the catalogue judges each different one once. Of a column that
passes whole, one plain cell stands for all in the conditions of the catalogue, and DuckDB leaves
out what can then never be true.
"""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.analytics.events.catalogue import ROW_KINDS
from ruimbaan.analytics.events.columns import NEEDED, Role
from ruimbaan.analytics.events.kinds import Kind
from ruimbaan.analytics.events.reading import RAW, Staged
from ruimbaan.analytics.events.tidying import NAMES, TIMES, cell, name_of

NAME, TIME = "'plain'", "'2000-01-01 12:00:00'"  # cells that nobody minds
ABSENT = "CAST(NULL AS VARCHAR)"
Quiet = Mapping[Role, str]


def quiet_columns(staged: Staged) -> Quiet:
    """The roles of which no cell asks attention, or that are not there, with what stands for them."""
    absent = {role: ABSENT for role in Role if role not in staged.roles}
    names = {role: NAME for role in NAMES if role in staged.roles and _plain_names(staged, role)}
    texts = staged.text_times()
    times = {
        role: TIME
        for role in TIMES
        if role in staged.roles and role.value not in texts and _no_gaps(staged, role)
    }
    return absent | names | times


def different(role: Role) -> str:
    """The table with each cell of a column of names once."""
    return f"different_{role.value}"


def holds(kind: Kind, quiet: Quiet) -> str:
    """The condition of a kind, where only the columns that are not quiet are still looked at."""
    condition = kind.holds
    for role, instead in quiet.items():
        condition = condition.replace(cell(role), instead)
    return condition


def _plain_names(staged: Staged, role: Role) -> bool:
    others = {other: NAME if other in NAMES else TIME for other in Role if other is not role}
    columns = ", ".join(
        f'{f"TIMESTAMP {instead}" if other in TIMES else instead} AS "{other.value}"'
        for other, instead in others.items()
    )
    wrong = " OR ".join(
        f"({holds(kind, others)})" for kind in ROW_KINDS if cell(role) in kind.holds
    )
    lacks = f"{cell(role)} IS NULL" if role in NEEDED else "false"
    # an empty cell of a role that is not needed is counted as such, row by row
    staged.con.execute(
        f"CREATE TEMP TABLE {different(role)} AS"  # noqa: S608
        f' SELECT DISTINCT "{role.value}" AS {cell(role)} FROM {RAW}'
    )
    found = staged.con.execute(
        f'SELECT 1 FROM (SELECT {cell(role)}, {name_of(role)} AS "{role.value}", {columns}'  # noqa: S608
        f" FROM {different(role)})"
        f" WHERE {lacks} OR ({cell(role)} IS NOT NULL"
        f' AND ("{role.value}" IS DISTINCT FROM {cell(role)} OR {wrong})) LIMIT 1'
    )
    return not found.fetchall()


def _no_gaps(staged: Staged, role: Role) -> bool:
    found = staged.con.execute(
        f'SELECT 1 FROM {RAW} WHERE "{role.value}" IS NULL LIMIT 1'  # noqa: S608
    )
    return not found.fetchall()
