# SPDX-License-Identifier: EUPL-1.2
"""What is the same for every question to a region, ready in memory.

After a small change only what was made anew is read again (`renewals`), so nobody waits for the
whole region. A shelf itself never changes: whoever searches in it keeps what they have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from ruimbaan.core.directory.search.daily import MARK
from ruimbaan.core.directory.search.question import Vocabulary, vocabulary_of
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.search import renewals
from ruimbaan.parts.directory.search.daily import daily
from ruimbaan.parts.directory.search.filters import Label, Place, shown
from ruimbaan.parts.directory.search.models import Term
from ruimbaan.parts.directory.search.near import Placed, placed
from ruimbaan.parts.directory.search.opening import Week, week_of
from ruimbaan.parts.directory.search.postings import Postings, postings_of, renewed_postings
from ruimbaan.parts.directory.search.renewals import Renewed

SoonestFirst = tuple[bool, int, bool, str, str]


@dataclass(frozen=True)
class Shelf:
    """`terms` are the numbers of stems and marks, `postings` which places have them, `soonest` the order of who can be entered first,
    `having` which places have what can be filtered on."""

    region: str
    version: str
    vocabulary: Vocabulary
    written: Mapping[str, str]
    terms: Mapping[str, int]
    postings: Postings
    places: Mapping[int, Place]
    order: Mapping[int, SoonestFirst]
    soonest: Mapping[int, int]
    having: Mapping[Label, frozenset[int]]
    week: Week
    spots: Placed
    districts: tuple[str, ...]


_ready: dict[str, Shelf] = {}


def shelf_of(region: str) -> Shelf:
    """The region as it is now."""
    versions = DirectoryState.objects.filter(region=region).values_list("version", flat=True)
    version = versions.first() or ""
    there = _ready.get(region)
    if there is not None and there.version == version:
        return there
    since = renewals.since(region, there.version, version) if there is not None else None
    found = _whole(region, version) if there is None or since is None else there
    for renewed in since or ():
        found = _renewed(found, renewed)
    _ready[region] = replace(found, version=version)
    return _ready[region]


def forget(region: str) -> None:
    """The next question reads the whole region again."""
    _ready.pop(region, None)


def _whole(region: str, version: str) -> Shelf:
    rows = Term.objects.filter(region=region).values_list("stem", "pk", "written")
    terms = {stem: (pk, word) for stem, pk, word in rows}
    empty = Shelf(
        region, version, vocabulary_of({}, daily()), {}, {}, {}, {}, {}, {}, {}, (), (), ()
    )
    return _with_places(_with_terms(empty, terms, ()), None)


def _renewed(shelf: Shelf, renewed: Renewed) -> Shelf:
    if renewed.new or renewed.gone:
        shelf = _with_terms(shelf, renewed.new, renewed.gone)
    return _with_places(shelf, renewed.listings)


def _with_terms(shelf: Shelf, new: Mapping[str, tuple[int, str]], gone: Collection[str]) -> Shelf:
    terms = {stem: pk for stem, pk in shelf.terms.items() if stem not in gone}
    terms |= {stem: pk for stem, (pk, _) in new.items()}
    written = {stem: word for stem, word in shelf.written.items() if stem not in gone}
    written |= {stem: word for stem, (_, word) in new.items() if not stem.startswith(MARK)}
    return replace(shelf, terms=terms, written=written, vocabulary=vocabulary_of(written, daily()))


def _with_places(shelf: Shelf, touched: Collection[int] | None) -> Shelf:
    """With these listings as they are now; None is all of them."""
    rows = shown(shelf.region)
    if touched is not None:
        rows = rows.filter(pk__in=touched)
    places = dict(shelf.places)
    order = dict(shelf.order)
    before = {pk: places.pop(pk) for pk in touched or () if pk in places}
    for pk in before:
        del order[pk]
    now: dict[int, Place] = {}
    for pk, name, uid, *columns in rows.values_list("pk", "name", "uid", *Place._fields):
        now[pk] = place = Place(*columns)
        # By Python and not by the database: each has its own alphabet.
        order[pk] = (*_soonest_first(place), name, uid)
    order = dict(sorted(order.items(), key=lambda one: one[1]))
    spots = placed(shelf.region, shelf.spots, touched)
    return replace(
        shelf,
        postings=postings_of(shelf.region)
        if touched is None
        else renewed_postings(shelf.postings, touched),
        places=places | now,
        order=order,
        soonest={pk: number for number, pk in enumerate(order)},
        having=_having(shelf.having, before, now),
        week=week_of(shelf.region, shelf.week, touched),
        spots=spots,
        districts=tuple(sorted({one.district for one in spots} - {""}, key=str.casefold)),
    )


def _having(
    known: Mapping[Label, frozenset[int]], before: Mapping[int, Place], now: Mapping[int, Place]
) -> dict[Label, frozenset[int]]:
    lost, won = _by_label(before.items()), _by_label(now.items())
    none: frozenset[int] = frozenset()
    changed = {
        label: (known.get(label, none) - lost.get(label, none)) | won.get(label, none)
        for label in lost.keys() | won.keys()
    }
    return {label: found for label, found in (dict(known) | changed).items() if found}


def _by_label(places: Iterable[tuple[int, Place]]) -> dict[Label, set[int]]:
    found: dict[Label, set[int]] = {}
    for pk, place in places:
        for label in place.labels():
            found.setdefault(label, set()).add(pk)
    return found


def _soonest_first(place: Place) -> tuple[bool, int, bool]:
    """A wait that nobody knows comes last: it is never taken for a short one."""
    return place.wait_days is None, place.wait_days or 0, not place.walks_in
