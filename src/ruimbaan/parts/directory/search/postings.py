# SPDX-License-Identifier: EUPL-1.2
"""The places that have a stem or mark. Read out of the index once, and then kept in memory: a word may
be found in thousands of places, and fetching those anew was what every question waited for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Aggregate, TextField

from ruimbaan.core.directory.search.fitting import Having
from ruimbaan.parts.directory.search.models import Posting

Postings = Mapping[int, Having[int]]  # by the number of the term
NONE: frozenset[int] = frozenset()
NOWHERE: Having[int] = Having(NONE, NONE)


class Numbers(Aggregate):
    """All numbers of a group in one text, with commas: one row for thousands of places."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = "STRING_AGG((%(expressions)s)::text, ',')"
        return self.as_sql(compiler, connection, template=template, **more)


def postings_of(region: str) -> Postings:
    """All of a region."""
    rows = Posting.objects.filter(term__region=region).values_list("term_id", "in_name")
    same: dict[int, int] = {}  # each number is one object, however many places name it
    found: dict[int, Having[int]] = {}
    for term, in_name, numbers in rows.annotate(numbers=Numbers("listing_id")):
        here = frozenset(same.setdefault(one, one) for one in json.loads(f"[{numbers}]"))
        found[term] = _with(found.get(term, NOWHERE), here, in_name=in_name)
    return found


def renewed_postings(known: Postings, touched: Collection[int]) -> Postings:
    """The same, with these listings as they are now; one that is gone has no postings any more."""
    gone = frozenset(touched)
    found = {term: _without(having, gone) for term, having in known.items()}
    rows = Posting.objects.filter(listing__in=list(touched))
    new: dict[tuple[int, bool], set[int]] = {}
    for term, in_name, listing in rows.values_list("term_id", "in_name", "listing_id"):
        new.setdefault((term, in_name), set()).add(listing)
    for (term, in_name), here in new.items():
        found[term] = _with(found.get(term, NOWHERE), here, in_name=in_name)
    return {term: having for term, having in found.items() if any(having)}


def places_having(
    postings: Postings,
    terms: Mapping[str, int],
    wanted: Iterable[str],
    allowed: frozenset[int] | None = None,
) -> dict[str, Having[int]]:
    """By stem or mark, of the listings that are `allowed`; None allows all."""
    found = {stem: postings.get(terms[stem], NOWHERE) for stem in wanted if stem in terms}
    if allowed is None:
        return found
    return {
        stem: Having(allowed.intersection(in_text), allowed.intersection(in_name))
        for stem, (in_text, in_name) in found.items()
    }


def _with(having: Having[int], here: Iterable[int], *, in_name: bool) -> Having[int]:
    in_text, named = frozenset(having.in_text), frozenset(having.in_name)
    return Having(in_text, named.union(here)) if in_name else Having(in_text.union(here), named)


def _without(having: Having[int], gone: frozenset[int]) -> Having[int]:
    """The very same where none of these is in it."""
    if gone.isdisjoint(having.in_text) and gone.isdisjoint(having.in_name):
        return having
    return Having(frozenset(having.in_text) - gone, frozenset(having.in_name) - gone)
