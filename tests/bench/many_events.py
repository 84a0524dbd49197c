# SPDX-License-Identifier: EUPL-1.2
"""A made-up log of millions of events, the same at every run, in the order in which it happened."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

ACTIVITIES, ORGANISATIONS, FRAMES = 22, 40, 5
A_CASE = 25  # events, on average
SPAN = 3 * 365 * 86_400  # seconds in which cases begin
FIRST = 1_672_531_200  # 2023-01-01
LONGEST_STEP = 8 * 86_400  # seconds from one event to the next
LONGEST_WORK = 4 * 3600
ROW_GROUP = 122_880
AT_ONCE = 10_000_000  # events in memory
MICROSECONDS = 1_000_000
TEXTS = ("case", "activity", "organisation", "frame")
COLUMNS = ("case", "activity", "start", "complete", "organisation", "frame")
SCHEMA = pa.schema(
    [(name, pa.string() if name in TEXTS else pa.timestamp("us")) for name in COLUMNS]
)


def many_events(count: int, seed: int = 9, first: int = 0) -> pa.Table:
    """`case activity start complete organisation frame`, ordered by completion; the number of the
    first case is `first`."""
    chance = np.random.default_rng(seed)
    cases = max(1, count // A_CASE)
    case = np.sort(chance.integers(0, cases, count, dtype=np.int32))
    opens = np.r_[True, case[1:] != case[:-1]]
    steps = chance.integers(0, LONGEST_STEP, count)
    steps[opens] = 0
    walked = np.cumsum(steps)
    begin = chance.integers(0, SPAN, cases)
    complete = FIRST + begin[case] + walked - walked[np.flatnonzero(opens)][np.cumsum(opens) - 1]
    start = complete - chance.integers(0, LONGEST_WORK, count)
    # now and then somebody else, and some things more often than others
    activity = (ACTIVITIES * chance.random(count) ** 2).astype(np.int8)
    organisation = ((case + chance.poisson(0.4, count)) % ORGANISATIONS).astype(np.int8)
    order = np.argsort(complete, kind="stable")
    return pa.table(
        {
            "case": pa.DictionaryArray.from_arrays(
                case[order], [f"c{first + n:07d}" for n in range(cases)]
            ),
            "activity": _named(activity[order], "activiteit", ACTIVITIES),
            "start": _times(start[order]),
            "complete": _times(complete[order]),
            "organisation": _named(organisation[order], "organisatie", ORGANISATIONS),
            "frame": _named(organisation[order] % FRAMES, "kader", FRAMES),
        }
    )


def write_events(count: int, path: Path, seed: int = 9) -> None:
    """Parquet with plain texts. What is more than fits in memory at once comes in pieces, each in
    order of time."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as out:
        for piece, begin in enumerate(range(0, count, AT_ONCE)):
            size = min(AT_ONCE, count - begin)
            table = many_events(size, seed + piece, begin // A_CASE)
            out.write_table(table.cast(SCHEMA), row_group_size=ROW_GROUP)


def _named(codes: np.ndarray, what: str, count: int) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(codes, [f"{what} {n:02d}" for n in range(count)])


def _times(seconds: np.ndarray) -> pa.Array:
    return pa.array(seconds * MICROSECONDS, pa.timestamp("us"))
