# SPDX-License-Identifier: EUPL-1.2
"""What of a file taken along fits in a file here, part by part, checked like what somebody types."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ruimbaan.core.journey import kept_route_file, kept_route_moments_file
from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.journey.taken_along import Item, TakenAlong, TakenAlongBroken, moment_in
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.journey.filling_in import check_moment
from ruimbaan.parts.journey.kinds import DOMAINS, KINDS, Field, Kind, Shape
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Coming:
    """One entry as it would be kept. `id` is that of the other Ruimbaan."""

    id: UUID
    values: Mapping[str, str]
    written: datetime | None


@dataclass(frozen=True, slots=True)
class ComingPart:
    kind: Kind
    entries: tuple[Coming, ...]


def coming_parts(taken: TakenAlong) -> tuple[ComingPart, ...]:
    """In the order of a file, without what is empty. Raises TakenAlongBroken when anything of it
    could not be kept as it is: then nothing of it is."""
    found = (
        ComingPart(kind, tuple(_entries(kind, taken.sections.get(f"part.{kind.section}", ()))))
        for kind in KINDS
    )
    return tuple(part for part in found if part.entries)


def _entries(kind: Kind, items: Iterable[Item]) -> Iterator[Coming]:
    for number, item in enumerate(items, start=1):
        if kind.single and number > 1:
            raise TakenAlongBroken(where=in_words(kind.title))
        try:
            yield Coming(_id(item), _values(kind, item), _written(item))
        except (DomainError, ValueError, KeyError):
            raise TakenAlongBroken(where=in_words(kind.title)) from None


def _id(item: Item) -> UUID:
    found = item["id"]
    if not isinstance(found, str):
        raise ValueError
    return UUID(found)


def _values(kind: Kind, item: Item) -> dict[str, str]:
    """Only fields that a file here has: a name we do not know may come from a newer Ruimbaan."""
    values = {}
    for field in kind.fields:
        text = item.get(field.name)
        if text is None and not field.must:
            continue
        if not isinstance(text, str):
            raise ValueError
        _check(field, text)
        values[field.name] = text
    if not values:
        raise ValueError
    return values


def _check(field: Field, text: str) -> None:
    """Raises a DomainError or ValueError for what could not be typed here."""
    if field.shape is Shape.DOMAIN:
        if text not in DOMAINS:
            raise ValueError
    elif field.shape is Shape.ANSWER:
        if text not in field.answers:
            raise ValueError
    elif field.shape in {Shape.DAY, Shape.TIME}:
        check_moment(field, text)
    elif field.shape is Shape.ROUTE:
        reads = kept_route_file if field.name == "route" else kept_route_moments_file
        reads.from_text(text)
        json.dumps(json.loads(text), ensure_ascii=False).encode()  # half signs cannot be kept
    else:
        check_words(text, most=field.most)


def _written(item: Item) -> datetime | None:
    text = item.get("written")
    return None if text is None else moment_in(text)
