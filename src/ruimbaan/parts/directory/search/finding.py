# SPDX-License-Identifier: EUPL-1.2
"""Finding: the words of a question through the index, in the order of the core.

The database gives rows of the index and nothing else; understanding, worth and order are the core's.
So both databases give the same places in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
from ruimbaan.parts.directory.search.filters import Filters, shown, through
from ruimbaan.parts.directory.search.models import Posting, Term
from ruimbaan.parts.directory.search.near import distances
from ruimbaan.parts.directory.wording import wording


@dataclass(frozen=True)
class Shelf:
    """What is the same for every question to a region: its terms, and its places with their
    number in the order of who can be entered soonest."""

    vocabulary: Vocabulary
    terms: Mapping[str, int]
    soonest: Mapping[int, int]


@dataclass(frozen=True)
class Answer:
    """`listings` are the numbers of all that was found, best first. `metres` away, for those of
    which we know it, when somewhere near was asked."""

    question: Question
    listings: Sequence[int]
    metres: Mapping[int, float]
    shelf: Shelf
    weights: Weights


def find(region: str, words: str, filters: Filters) -> Answer:
    """A question that says nothing ("ik zoek hulp") finds all that the filters let through."""
    shelf = shelf_of(region)
    question = understand(words, shelf.vocabulary)
    weights = weigh(question, shelf.vocabulary)
    if question.says_nothing:
        worth = dict.fromkeys(shelf.soonest, 0)
    else:
        worth = score(_rows(shelf, weights), weights)
    found: Iterable[int] = worth.keys() & shelf.soonest.keys()
    if filters.chosen:
        found = worth.keys() & set(through(region, filters).values_list("pk", flat=True))
    listings = list(found)
    metres = distances(region, filters.near) if filters.near else {}
    listings.sort(key=lambda one: (-worth[one], metres.get(one, 0.0), shelf.soonest[one]))
    return Answer(question, listings, metres, shelf, weights)


def why(answer: Answer, listings: Sequence[int]) -> dict[int, tuple[Match, ...]]:
    """On what these places were found."""
    has: dict[int, list[tuple[str, bool]]] = {listing: [] for listing in listings}
    for listing, term, in_name in _rows(answer.shelf, answer.weights, listings):
        has[listing].append((term, in_name))
    vocabulary = answer.shelf.vocabulary
    return {
        listing: matches(answer.question, answer.weights, terms, vocabulary)
        for listing, terms in has.items()
    }


def shelf_of(region: str) -> Shelf:
    """The region as it is now: read again as soon as anything in it has changed."""
    versions = DirectoryState.objects.filter(region=region).values_list("version", flat=True)
    return _shelf(region, versions.first() or "")


@lru_cache(maxsize=8)
def _shelf(region: str, version: str) -> Shelf:
    rows = list(Term.objects.filter(region=region).values_list("pk", "stem", "written"))
    written = {stem: word for _, stem, word in rows if not stem.startswith(MARK)}
    return Shelf(
        vocabulary_of(written, daily()),
        {stem: pk for pk, stem, _ in rows},
        {pk: number for number, pk in enumerate(_soonest_first(region))},
    )


def _soonest_first(region: str) -> Iterator[int]:
    """A wait that nobody knows comes last: it is never taken for a short one. Sorted here and not
    by the database: each has its own alphabet."""
    free = {code for code, gate in wording().gates.items() if gate.free}
    columns = ("wait_days", "gate", "name", "uid", "pk")
    rows = [
        (days is None, days or 0, not (gate in free and not days), name, uid, pk)
        for days, gate, name, uid, pk in shown(region).values_list(*columns)
    ]
    rows.sort()
    yield from (row[-1] for row in rows)


def _rows(
    shelf: Shelf, weights: Weights, listings: Sequence[int] | None = None
) -> Iterator[tuple[int, str, bool]]:
    stems = {shelf.terms[stem]: stem for stem in weights if stem in shelf.terms}
    found = Posting.objects.filter(term__in=list(stems))
    if listings is not None:
        found = found.filter(listing__in=listings)
    for listing, term, in_name in found.values_list("listing_id", "term_id", "in_name"):
        yield listing, stems[term], in_name


def listings_of(numbers: Sequence[int]) -> list[Listing]:
    """These listings, in this order."""
    found = Listing.objects.in_bulk(list(numbers))
    return [found[number] for number in numbers if number in found]
