# SPDX-License-Identifier: EUPL-1.2
"""The places that have a stem or mark, out of the index: one row for all of them together. A word
may be found in thousands of places, and a row for each is what a question then waits for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Aggregate, TextField

from ruimbaan.core.directory.search.fitting import Having
from ruimbaan.parts.directory.search.models import Posting


class Numbers(Aggregate):
    """All numbers of a group in one text, with commas."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = "STRING_AGG((%(expressions)s)::text, ',')"
        return self.as_sql(compiler, connection, template=template, **more)


def places_having(
    terms: Mapping[str, int], wanted: Collection[str], allowed: Collection[int] | None = None
) -> dict[str, Having[int]]:
    """By stem or mark, of the listings that are `allowed`; None allows all."""
    stems = {terms[stem]: stem for stem in wanted if stem in terms}
    rows = Posting.objects.filter(term__in=list(stems)).values_list("term_id", "in_name")
    found = {stem: Having[int](frozenset(), frozenset()) for stem in stems.values()}
    for term, in_name, numbers in rows.annotate(numbers=Numbers("listing_id")):
        there = map(int, numbers.split(","))
        here = frozenset(there) if allowed is None else frozenset(allowed).intersection(there)
        column = "in_name" if in_name else "in_text"
        found[stems[term]] = found[stems[term]]._replace(**{column: here})
    return found
