# SPDX-License-Identifier: EUPL-1.2
"""The search of the site for who asks a program: every region at once, and no filters or order."""

from __future__ import annotations

import json

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ruimbaan.core.directory.search.fitting import score, weigh
from ruimbaan.core.directory.search.question import understand
from ruimbaan.parts.directory.models import DirectoryState, Listing
from ruimbaan.parts.directory.search.postings import places_having
from ruimbaan.parts.directory.search.shelf import shelf_of

NUMBERS = {  # out of one parameter, however many they are
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
    "sqlite": "SELECT value FROM json_each(%s)",
}


def listings_with(words: str) -> QuerySet[Listing]:
    """What these words find in each region, also steps on paper and what is not shown (any more).
    Words that say nothing ("ik zoek hulp") find everything."""
    found: list[int] = []
    for region in DirectoryState.objects.order_by("region").values_list("region", flat=True):
        shelf = shelf_of(region)
        question = understand(words, shelf.vocabulary)
        if question.says_nothing:
            return Listing.objects.all()
        weights = weigh(question, shelf.vocabulary)
        found += score(places_having(shelf.postings, shelf.terms, weights), weights)
    numbers = RawSQL(NUMBERS[connection.vendor], [json.dumps(found)])  # noqa: S611 -- our own text
    return Listing.objects.filter(pk__in=numbers)
