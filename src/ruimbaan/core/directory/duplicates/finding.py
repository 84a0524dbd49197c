# SPDX-License-Identifier: EUPL-1.2
"""Which entries are worth comparing, and which of those may be one. Comparing all of ten thousand
with all would be fifty million pairs: only those that share something rare are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ruimbaan.core.directory.duplicates.comparing import Comparison, compare
from ruimbaan.core.directory.duplicates.entry import Entry
from ruimbaan.core.directory.duplicates.names import Likeness
from ruimbaan.core.directory.duplicates.words import GENERIC

Pair = tuple[str, str]  # the ids of two services, the smallest first
MOST_SHARING = 60  # what more entries share than this tells nothing
FIRST_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    pair: Pair
    comparison: Comparison


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def find_candidates(
    entries: Iterable[Entry], likeness: Likeness, *, judged: Collection[Pair] = frozenset()
) -> tuple[Candidate, ...]:
    """Pairs that may be one, the surest first; those already `judged` are not told again."""
    by_uid = {entry.uid: entry for entry in entries}
    found = []
    for pair in pairs_to_compare(tuple(by_uid.values())):
        if pair in judged:
            continue
        comparison = compare(by_uid[pair[0]], by_uid[pair[1]], likeness)
        if comparison.is_candidate:
            found.append(Candidate(pair, comparison))
    return tuple(sorted(found, key=lambda one: (-one.comparison.score, one.pair)))


def pairs_to_compare(entries: Sequence[Entry]) -> set[Pair]:
    """Each pair that shares a phone, an address, a site, or a rare word of the name."""
    sharing: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for key in set(_keys(entry)):
            sharing[key].add(entry.uid)
    return {
        pair
        for uids in sharing.values()
        if 1 < len(uids) <= MOST_SHARING
        for pair in combinations(sorted(uids), 2)
    }


def _keys(entry: Entry) -> Iterator[str]:
    yield from (f"phone {phone}" for phone in entry.phones)
    yield from (f"mail {mail}" for mail in entry.mails)
    yield from (f"page {page}" for page in entry.pages)
    yield from (f"host {host}" for host in entry.hosts)
    yield from (f"at {postal} {street}" for postal in entry.postals for street in entry.streets)
    for name in entry.names:
        yield f"name {''.join(sorted(''.join(name)))}"  # whatever the order and the spaces
        for word in name:
            if word not in GENERIC:
                yield f"word {word}"
                yield from (f"begin {word[:FIRST_LETTERS]} {town}" for town in entry.towns)
                yield from (f"end {word[-FIRST_LETTERS:]} {town}" for town in entry.towns)
    if entry.names:
        yield from (f"whole {' '.join(sorted(entry.names[0]))} {town}" for town in entry.towns)
