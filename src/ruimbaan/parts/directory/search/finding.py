# SPDX-License-Identifier: EUPL-1.2
"""Finding: the words of a question through the index, in the order of the core.

The database gives rows of the index and nothing else; understanding, worth and order are the core's.
So both databases give the same places in the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from ruimbaan.core.directory.search.daily import MARK
from ruimbaan.core.directory.search.fitting import Match, Weights, matches, score, weigh
from ruimbaan.core.directory.search.question import (
    Question,
    Vocabulary,
    understand,
    vocabulary_of,
)
from ruimbaan.parts.directory.models import DirectoryState, Listing
from ruimbaan.parts.directory.search.daily import daily
from ruimbaan.parts.directory.search.filters import Filters, Label, Place, shown
from ruimbaan.parts.directory.search.models import Posting, Spot, Term
from ruimbaan.parts.directory.search.near import distances
from ruimbaan.parts.directory.search.opening import open_listings


@dataclass(frozen=True)
class Shelf:
    """What is the same for every question to a region: its terms, its places in the order of who
    can be entered soonest, and which places have what can be filtered on."""

    version: str
    vocabulary: Vocabulary
    terms: Mapping[str, int]
    places: Mapping[int, Place]
    soonest: Mapping[int, int]
    having: Mapping[Label, frozenset[int]]
    districts: tuple[str, ...]


Row = tuple[int, str, bool]  # listing, stem or mark, whether its name has it


@dataclass(frozen=True)
class Answer:
    """`listings` are the numbers of all that was found, best first. `metres` away, when somewhere
    near was asked. `rows` of the index are those that it was found by."""

    question: Question
    listings: Sequence[int]
    metres: Mapping[int, float]
    shelf: Shelf
    weights: Weights
    rows: Sequence[Row]


def find(region: str, words: str, filters: Filters) -> Answer:
    """A question that says nothing ("ik zoek hulp") finds all that the filters let through."""
    shelf = shelf_of(region)
    question = understand(words, shelf.vocabulary)
    weights = weigh(question, shelf.vocabulary)
    metres = distances(region, shelf.version, filters.near) if filters.near else {}
    allowed = _allowed(region, shelf, filters, metres)
    rows = [row for row in _rows(shelf, weights) if row[0] in allowed]
    worth = dict.fromkeys(allowed, 0) if question.says_nothing else score(rows, weights)
    order = shelf.soonest
    listings = sorted(worth, key=lambda one: (-worth[one], metres.get(one, 0.0), order[one]))
    return Answer(question, listings, metres, shelf, weights, rows)


def why(answer: Answer, listings: Sequence[int]) -> dict[int, tuple[Match, ...]]:
    """On what these places were found."""
    has: dict[int, list[tuple[str, bool]]] = {listing: [] for listing in listings}
    for listing, term, in_name in answer.rows:
        if listing in has:
            has[listing].append((term, in_name))
    vocabulary = answer.shelf.vocabulary
    return {
        listing: matches(answer.question, answer.weights, terms, vocabulary)
        for listing, terms in has.items()
    }


def _allowed(
    region: str, shelf: Shelf, filters: Filters, metres: Mapping[int, float]
) -> Collection[int]:
    """The listings that the filters let through."""
    if not filters.chosen:
        return shelf.places.keys()
    found = set(shelf.places)
    for label in filters.labels:
        found &= shelf.having.get(label, frozenset())
    if filters.near:
        found &= metres.keys()
    if filters.open_at and found:
        found &= open_listings(region, shelf.version, filters.open_at)
    return found


def shelf_of(region: str) -> Shelf:
    """The region as it is now: read again as soon as anything in it has changed."""
    versions = DirectoryState.objects.filter(region=region).values_list("version", flat=True)
    return _shelf(region, versions.first() or "")


@lru_cache(maxsize=8)
def _shelf(region: str, version: str) -> Shelf:
    terms = list(Term.objects.filter(region=region).values_list("pk", "stem", "written"))
    written = {stem: word for _, stem, word in terms if not stem.startswith(MARK)}
    rows = list(shown(region).values_list("pk", "name", "uid", *Place._fields))
    places = {pk: Place(*columns) for pk, _, _, *columns in rows}
    rows.sort(key=lambda row: (*_soonest_first(places[row[0]]), row[1], row[2]))
    spots = Spot.objects.filter(listing__region=region).exclude(district="")
    districts = set(spots.values_list("district", flat=True))
    return Shelf(
        version,
        vocabulary_of(written, daily()),
        {stem: pk for pk, stem, _ in terms},
        places,
        {row[0]: number for number, row in enumerate(rows)},
        _having(places),
        tuple(sorted(districts, key=str.casefold)),
    )


def _having(places: Mapping[int, Place]) -> dict[Label, frozenset[int]]:
    found: dict[Label, set[int]] = {}
    for pk, place in places.items():
        for label in place.labels():
            found.setdefault(label, set()).add(pk)
    return {label: frozenset(having) for label, having in found.items()}


def _soonest_first(place: Place) -> tuple[bool, int, bool]:
    """A wait that nobody knows comes last: it is never taken for a short one. Sorted here and not
    by the database: each has its own alphabet."""
    return place.wait_days is None, place.wait_days or 0, not place.walks_in


def _rows(shelf: Shelf, weights: Weights) -> Iterator[Row]:
    """Out of the cursor itself: a question may have thousands of rows, and Django looks at each."""
    stems = {shelf.terms[stem]: stem for stem in weights if stem in shelf.terms}
    if not stems:
        return
    columns = Posting.objects.values_list("listing_id", "term_id", "in_name")
    sql, values = columns.filter(term__in=list(stems)).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        for listing, term, in_name in cursor.fetchall():
            yield listing, stems[term], bool(in_name)


def listings_of(numbers: Sequence[int]) -> list[Listing]:
    """These listings, in this order."""
    found = Listing.objects.in_bulk(list(numbers))
    return [found[number] for number in numbers if number in found]
