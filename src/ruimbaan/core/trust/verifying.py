# SPDX-License-Identifier: EUPL-1.2
"""Is the access log still what was written? Every chain against itself, and all of them against the
anchors that stand elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby

from ruimbaan.core.trust.access_entries import Entry, read
from ruimbaan.core.trust.anchors import BEFORE_THE_FIRST, Anchor, Kept
from ruimbaan.core.trust.chain import Cut, Row, link, start

EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
MICROSECOND = timedelta(microseconds=1)
COMPARED = 60  # rows of one writer that are tried in each other's place


class FaultKind(StrEnum):
    EDITED = "edited"
    DELETED = "deleted"
    REORDERED = "reordered"
    REWRITTEN = "rewritten"  # it fits in itself, and not on an anchor
    TAIL_CUT = "tail_cut"
    CUT_TOO_MUCH = "cut_too_much"  # removed as too old, and it was not
    ANCHOR_CHANGED = "anchor_changed"
    ANCHOR_MISSING = "anchor_missing"  # stands elsewhere, and no longer here


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`seq` is the first row that is not as it was; of an anchor its number, without a writer."""

    writer: str
    seq: int
    kind: FaultKind


@dataclass(frozen=True, slots=True)
class Report:
    """`proven_until` is the moment of the newest anchor kept elsewhere on which all fits; None when
    there is none. What came after it fits in itself, and that proves nothing."""

    rows: int
    chains: int
    faults: tuple[Fault, ...]
    proven_until: datetime | None


@dataclass(slots=True)
class _Chain:
    """What is known of one writer while its rows go by."""

    seq: int
    digest: str
    expected: dict[int, str]  # by seq, as the anchors say


def microseconds(at: datetime) -> int:
    """Since 1970, as it stands in a row."""
    return (at - EPOCH) // MICROSECOND


def verify(
    rows: Iterable[Row],
    anchors: Sequence[Anchor] = (),
    kept: Iterable[Kept] = (),
    cuts: Iterable[Cut] = (),
    *,
    keep_for: timedelta,
    told: Callable[[int], None] = lambda _count: None,
) -> Report:
    """`rows` by writer and seq, one by one; `anchors` ours, by number; `kept` those that stand
    elsewhere; `cuts` those whose signature was good. `told` hears how many rows went by."""
    kept = tuple(kept)
    expected: dict[str, dict[int, str]] = defaultdict(dict)
    for anchor in anchors:
        for head in anchor.heads:
            expected[head.writer][head.seq] = head.digest
    last_cut = {cut.writer: cut for cut in sorted(cuts, key=lambda cut: cut.seq)}
    faults = _anchor_faults(anchors, kept) + _cut_faults(last_cut.values(), anchors, keep_for)
    total, seen = 0, set()
    for writer, of_writer in groupby(rows, key=lambda row: row.writer):
        seen.add(writer)
        chain = _begin(writer, last_cut.get(writer), expected.get(writer, {}))
        count, found = _chain_faults(chain, of_writer, told)
        total += count
        faults += found + _tail_faults(writer, chain)
    for writer in set(expected) - seen:
        faults += _tail_faults(writer, _begin(writer, last_cut.get(writer), expected[writer]))
    ordered = tuple(sorted(set(faults)))
    return Report(total, len(seen), ordered, _proven_until(anchors, kept, ordered))


def _begin(writer: str, cut: Cut | None, expected: dict[int, str]) -> _Chain:
    if cut is None:
        return _Chain(0, start(writer), dict(expected))
    left = {seq: digest for seq, digest in expected.items() if seq >= cut.seq}
    return _Chain(cut.seq, cut.digest, left)


def _chain_faults(
    chain: _Chain, rows: Iterable[Row], told: Callable[[int], None]
) -> tuple[int, list[Fault]]:
    count, faults, odd = 0, [], []
    for row in rows:
        count += 1
        told(1)
        if row.seq <= chain.seq:  # from before the cut, or twice
            faults.append(Fault(row.writer, row.seq, FaultKind.REORDERED))
            continue
        if row.seq != chain.seq + 1:
            faults.append(Fault(row.writer, chain.seq + 1, FaultKind.DELETED))
        elif link(chain.digest, row.body) != row.digest:
            odd.append((chain.digest, row))
        elif not _columns_fit(row):
            faults.append(Fault(row.writer, row.seq, FaultKind.EDITED))
        if chain.expected.pop(row.seq, row.digest) != row.digest:
            faults.append(Fault(row.writer, row.seq, FaultKind.REWRITTEN))
        chain.seq, chain.digest = row.seq, row.digest
    return count, faults + _told_apart(odd)


def _told_apart(odd: Sequence[tuple[str, Row]]) -> list[Fault]:
    """A row that fits behind another one than it stands behind was moved, else it was edited."""
    near = odd[:COMPARED]
    digests = {digest for before, row in near for digest in (before, row.digest)}
    return [
        Fault(row.writer, row.seq, FaultKind.REORDERED if moved else FaultKind.EDITED)
        for place, (_, row) in enumerate(odd)
        for moved in [place < COMPARED and any(link(d, row.body) == row.digest for d in digests)]
    ]


def _columns_fit(row: Row) -> bool:
    try:
        entry = read(row.body)
    except (ValueError, KeyError, TypeError):
        return False
    return (row.at, row.journey, row.actor) == columns(entry)


def columns(entry: Entry) -> tuple[int, str, str]:
    """`at`, `journey` and `actor` as they stand beside the body."""
    who = entry.actor or entry.link
    return microseconds(entry.at), str(entry.journey), "" if who is None else str(who)


def _tail_faults(writer: str, chain: _Chain) -> list[Fault]:
    """What an anchor saw and no row answers for."""
    gone = [seq for seq in chain.expected if seq > chain.seq]
    wrong = chain.expected.get(chain.seq, chain.digest) != chain.digest  # at the cut itself
    faults = [Fault(writer, chain.seq, FaultKind.REWRITTEN)] if wrong else []
    return [*faults, Fault(writer, chain.seq + 1, FaultKind.TAIL_CUT)] if gone else faults


def _anchor_faults(anchors: Sequence[Anchor], kept: Iterable[Kept]) -> list[Fault]:
    faults, previous, nr = [], BEFORE_THE_FIRST, 0
    for anchor in anchors:
        nr += 1
        if not anchor.fits or anchor.previous != previous or anchor.nr != nr:
            faults.append(Fault("", anchor.nr, FaultKind.ANCHOR_CHANGED))
        previous, nr = anchor.digest, anchor.nr
    ours = {anchor.nr: anchor for anchor in anchors}
    for outside in kept:
        here = ours.get(outside.nr)
        if here is None:
            faults.append(Fault("", outside.nr, FaultKind.ANCHOR_MISSING))
        elif here.digest != outside.digest:
            faults.append(Fault("", outside.nr, FaultKind.ANCHOR_CHANGED))
    return faults


def _cut_faults(cuts: Iterable[Cut], anchors: Sequence[Anchor], keep_for: timedelta) -> list[Fault]:
    """A cut must lie before the limit by its own words, and by those of the anchors: one that was
    made after `before` and has not come as far as the cut shows that younger rows went too."""
    faults = []
    for cut in cuts:
        younger = any(
            anchor.at >= cut.before and head.writer == cut.writer and head.seq < cut.seq
            for anchor in anchors
            for head in anchor.heads
        )
        if younger or cut.at - cut.before < keep_for:
            faults.append(Fault(cut.writer, 1, FaultKind.CUT_TOO_MUCH))
    return faults


def _proven_until(
    anchors: Sequence[Anchor], kept: Sequence[Kept], faults: Sequence[Fault]
) -> datetime | None:
    first = {fault.writer: fault.seq for fault in reversed(faults)}
    outside = {(one.nr, one.digest) for one in kept}
    proven = None
    for anchor in anchors:
        if first.get("", anchor.nr + 1) <= anchor.nr:
            break
        if any(first.get(head.writer, head.seq + 1) <= head.seq for head in anchor.heads):
            break
        if (anchor.nr, anchor.digest) in outside:
            proven = anchor.at
    return proven
