# SPDX-License-Identifier: EUPL-1.2
"""The second wall: a query on a part of a file that nobody opened raises instead of answering.

A table that holds something of a file inherits `PartRecord` and names its part. Its rows are
reached through `objects.within(opening)`, and an opening is only handed out by
`parts.trust.services.open_file`, which decides and logs first. What was opened to look at cannot
be written; an opening ends with its `with`, and rows that were read in it cannot be written after.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, NoReturn, TypeVar
from uuid import UUID

from django.db import models

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part

RecordT = TypeVar("RecordT", bound="PartRecord")
WRITING = frozenset({Action.CHANGE, Action.ERASE})
LOOKING = frozenset({Action.LOOK, Action.TAKE_ALONG, Action.SEE_LOG})


class Refused(Exception):
    """Becomes the same page as an address that does not exist."""


class NotOpened(RuntimeError):
    """A fault of ours, never of the reader: rows of a file were asked for without an opening."""


@dataclass(slots=True)
class Opening:
    """That these parts of this file may now be read, or also written (`action`)."""

    journey: UUID
    parts: frozenset[Part]
    action: Action
    ended: bool = field(default=False, init=False)

    def covers(self, part: Part) -> bool:
        return not self.ended and part in self.parts

    def lets_write(self, part: Part) -> bool:
        return self.covers(part) and self.action in WRITING


class PartQuerySet(models.QuerySet[RecordT]):
    _opening: Opening | None = None

    def _clone(self) -> PartQuerySet[RecordT]:
        clone: PartQuerySet[RecordT] = super()._clone()  # type: ignore[misc]
        clone._opening = self._opening
        return clone

    def within(self, opening: Opening) -> PartQuerySet[RecordT]:
        """The rows of this file; none at all when the opening does not cover this part."""
        covered = opening.covers(self.model.part)
        found = self.filter(journey=opening.journey) if covered else self.none()
        found._opening = opening
        return found

    def _demand(self) -> None:
        if self._opening is None or self._opening.ended:
            raise NotOpened(f"{self.model.__name__} was asked for rows without an opening.")

    def _demand_writing(self) -> Opening:
        if self._opening is None or not self._opening.lets_write(self.model.part):
            raise NotOpened(f"{self.model.__name__} was to be written without an opening for that.")
        return self._opening

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._demand()
        super()._fetch_all()
        for row in self._result_cache or ():
            if isinstance(row, PartRecord):
                row._opening = self._opening

    def _demand_same(self, others: Iterable[models.QuerySet[Any]]) -> None:
        """Joining two answers into one must not bring rows of another file along."""
        self._demand()
        for other in others:
            if getattr(other, "_opening", None) is not self._opening:
                raise NotOpened(f"{self.model.__name__} was joined with rows not opened with it.")

    def __or__(self, other: models.QuerySet[RecordT]) -> PartQuerySet[RecordT]:
        self._demand_same((other,))
        return super().__or__(other)

    def __xor__(self, other: models.QuerySet[RecordT]) -> PartQuerySet[RecordT]:
        self._demand_same((other,))
        return super().__xor__(other)

    def union(self, *others: Any, **kwargs: Any) -> PartQuerySet[RecordT]:
        self._demand_same(others)
        return super().union(*others, **kwargs)

    def raw(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise NotOpened(f"{self.model.__name__} was asked for rows in raw SQL.")

    extra = raw

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[RecordT]:
        self._demand()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._demand()
        return super().count()

    def exists(self) -> bool:
        self._demand()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._demand()
        return super().aggregate(*args, **kwargs)

    def explain(self, *args: Any, **kwargs: Any) -> str:
        self._demand()
        return super().explain(*args, **kwargs)

    def create(self, **kwargs: Any) -> RecordT:
        """A new row in the file that is open for changes."""
        record = self.model(journey_id=self._demand_writing().journey, **kwargs)
        record._opening = self._opening
        record.save(force_insert=True, using=self.db)
        return record

    def bulk_create(self, objs: Iterable[RecordT], *args: Any, **kwargs: Any) -> list[RecordT]:
        opening = self._demand_writing()
        records = list(objs)
        for record in records:
            record.journey_id = opening.journey
        return super().bulk_create(records, *args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._demand_writing()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._demand_writing()
        return super().delete()


class PartRecord(models.Model):
    """One row of one part of one file."""

    part: ClassVar[Part]
    journey_id: UUID
    _opening: Opening | None = None

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    journey = models.ForeignKey("trust_files.Journey", on_delete=models.PROTECT, related_name="+")

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def __str__(self) -> str:
        return str(self.id)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._demand_writing()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self._demand_writing()
        return super().delete(*args, **kwargs)

    def _demand_writing(self) -> None:
        opening = self._opening
        if opening is None or not opening.lets_write(self.part):
            raise NotOpened(f"A {type(self).__name__} was to be written without an opening.")
        if opening.journey != self.journey_id:
            raise NotOpened(f"A {type(self).__name__} was to be moved to another file.")
