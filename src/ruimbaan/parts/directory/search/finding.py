# SPDX-License-Identifier: EUPL-1.2
"""Finding: the words of a question through the index, in the order of the core.

The database gives rows of the index and nothing else; understanding, worth and order are the core's.
So both databases give the same places in the same order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ruimbaan.core.directory.search.fitting import Having, Match, Weights, matches, score, weigh
from ruimbaan.core.directory.search.question import Question, understand
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.near import distances
from ruimbaan.parts.directory.search.opening import open_listings
from ruimbaan.parts.directory.search.postings import places_having
from ruimbaan.parts.directory.search.shelf import Shelf, shelf_of


@dataclass(frozen=True)
class Answer:
    """`listings` are the numbers of all that was found, best first. `metres` away, when somewhere
    near was asked. `having` is what they were found by."""

    question: Question
    listings: Sequence[int]
    metres: Mapping[int, float]
    shelf: Shelf
    weights: Weights
    having: Mapping[str, Having[int]]


def find(region: str, words: str, filters: Filters) -> Answer:
    """A question that says nothing ("ik zoek hulp") finds all that the filters let through."""
    shelf = shelf_of(region)
    question = understand(words, shelf.vocabulary)
    weights = weigh(question, shelf.vocabulary)
    metres = distances(shelf.spots, filters.near) if filters.near else {}
    allowed = _allowed(shelf, filters, metres)
    having = places_having(shelf.postings, shelf.terms, weights, allowed) if weights else {}
    worth = dict.fromkeys(allowed, 0) if question.says_nothing else score(having, weights)
    # The least telling first: what is sorted last leads, and equals keep their order.
    listings = sorted(worth, key=shelf.soonest.__getitem__)
    if metres:
        listings.sort(key=metres.__getitem__)
    listings.sort(key=worth.__getitem__, reverse=True)
    return Answer(question, listings, metres, shelf, weights, having)


def why(answer: Answer, listings: Sequence[int]) -> dict[int, tuple[Match, ...]]:
    """On what these places were found."""
    return {listing: _why(answer, listing) for listing in listings}


def _why(answer: Answer, listing: int) -> tuple[Match, ...]:
    has = [
        (term, in_name)
        for term, having in answer.having.items()
        for in_name, there in ((False, having.in_text), (True, having.in_name))
        if listing in there
    ]
    return matches(answer.question, answer.weights, has, answer.shelf.vocabulary)


def _allowed(shelf: Shelf, filters: Filters, metres: Mapping[int, float]) -> frozenset[int]:
    """The listings that the filters let through."""
    found = frozenset(shelf.places)
    for label in filters.labels:
        found &= shelf.having.get(label, frozenset())
    if filters.near:
        found &= metres.keys()
    if filters.open_at and found:
        found &= open_listings(shelf.week, filters.open_at)
    return found


def listings_of(numbers: Sequence[int]) -> list[Listing]:
    """These listings, in this order."""
    found = Listing.objects.in_bulk(list(numbers))
    return [found[number] for number in numbers if number in found]
