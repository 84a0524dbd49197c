# SPDX-License-Identifier: EUPL-1.2
"""What may be asked of the interfaces: one page of a list at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from django.db.models import QuerySet
from ninja import Field, Schema
from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

PER_PAGE, MOST_PER_PAGE, LAST_PAGE = 50, 200, 1_000_000
Word = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Tree = dict[str, Any]
_DAY_FIRST = re.compile(r"\d{4}-\d{2}-\d{2}", re.A)
_DIGITS = re.compile(r"\d{1,9}", re.A)


def _written_out(text: object) -> object:
    """Raises ValueError for a number: it could be seconds since 1970, and nobody writes that."""
    if isinstance(text, str) and not _DAY_FIRST.match(text):
        raise ValueError("not a moment as ISO 8601 writes it")
    return text


Moment = Annotated[
    datetime,
    BeforeValidator(_written_out),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]


def _only_digits(text: object) -> object:
    """Raises ValueError for "1.0", "1_0" and " 1": a page is asked for in one way."""
    if isinstance(text, str) and not _DIGITS.fullmatch(text):
        raise ValueError("not a whole number in digits")
    return text


# the bounds stand before the validator: after it the description would not name them
PageNumber = Annotated[int, Field(ge=1, le=LAST_PAGE), BeforeValidator(_only_digits)]
PageSize = Annotated[int, Field(ge=1, le=MOST_PER_PAGE), BeforeValidator(_only_digits)]
Metres = Annotated[int, Field(ge=0, le=500_000), BeforeValidator(_only_digits)]


class Format(StrEnum):
    JSON = "json"
    NDJSON = "ndjson"


class Paging(Schema):
    page: PageNumber = Field(default=1, description="Number of the page, from 1.")
    per_page: PageSize = Field(default=PER_PAGE, description="Most things on a page.")
    format: Format = Field(
        default=Format.JSON,
        description="`ndjson` gives everything, one thing on a line, without pages.",
    )
    search: Word = Field(
        default="", description="Words that must stand in the name or the description."
    )


class Full(Paging):
    search: Word = Field(
        default="",
        description="Full text, as on the site: other forms, daily words and slips of the pen too.",
    )
    full: bool = Field(default=False, description="Everything that belongs to each thing.")


class Services(Full):
    minimal: bool = Field(
        default=False, description="Only `id`, `name`, `status` and `last_modified`."
    )
    modified_after: Moment | None = Field(
        default=None, description="Changed on or after this moment."
    )
    taxonomy_term_id: Word = Field(default="", description="Has this term.")
    taxonomy_id: Word = Field(default="", description="Has a term of this taxonomy.")
    organization_id: Word = Field(default="", description="Of this organisation.")


class ServiceAtLocations(Full):
    modified_after: Moment | None = Field(
        default=None, description="Changed on or after this moment."
    )
    taxonomy_term_id: Word = Field(default="", description="The service has this term.")
    taxonomy_id: Word = Field(default="", description="The service has a term of this taxonomy.")
    organization_id: Word = Field(default="", description="The service is of this organisation.")
    postcode: Word = Field(
        default="", description="At this postal code, or near it with `proximity`."
    )
    proximity: Metres | None = Field(
        default=None, description="Most metres from the middle of the postal code."
    )


class Organizations(Full):
    full_service: bool = Field(default=False, description="With everything of its services.")


class Terms(Paging):
    taxonomy_id: Word = Field(default="", description="Of this taxonomy.")
    top_only: bool = Field(default=False, description="Only terms that have no parent.")
    parent_id: Word = Field(default="", description="Under this term.")


def page_of(
    rows: QuerySet[Any], asked: Paging, render: Callable[[Sequence[Any]], list[Tree]]
) -> Tree:
    """One page in HSDS's own envelope."""
    total = rows.count()
    pages = -(-total // asked.per_page)
    first = (asked.page - 1) * asked.per_page
    contents = render(list(rows[first : first + asked.per_page]))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not contents,
        "contents": contents,
    }


def all_of(rows: QuerySet[Any], render: Callable[[Sequence[Any]], list[Tree]]) -> Iterator[Tree]:
    """Everything, a page at a time, each page found by where the last one ended."""
    last = ""
    while some := list(rows.filter(uid__gt=last)[:MOST_PER_PAGE]):
        yield from render(some)
        last = some[-1].uid
