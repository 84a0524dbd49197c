# SPDX-License-Identifier: EUPL-1.2
"""The second wall: a query on a part of a file that nobody opened raises instead of answering.

A table that holds something of a file inherits `PartRecord` and names its part. Its rows are
reached through `objects.within(opening)`, and an opening is only handed out by
`parts.trust.services.open_file`, which decides and logs first.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.db import models

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part

RecordT = TypeVar("RecordT", bound="PartRecord")


class NotOpened(RuntimeError):
    """A fault of ours, never of the reader: rows of a file were asked for without an opening."""


@dataclass(slots=True)
class Opening:
    """That these parts of this file may be read (or also changed) now; ends with its `with`."""

    journey: UUID
    parts: frozenset[Part]
    action: Action
    ended: bool = field(default=False, init=False)

    def covers(self, part: Part) -> bool:
        return not self.ended and part in self.parts


class PartQuerySet(models.QuerySet[RecordT]):
    _opened = False

    def _clone(self) -> PartQuerySet[RecordT]:
        clone: PartQuerySet[RecordT] = super()._clone()  # type: ignore[misc]
        clone._opened = self._opened
        return clone

    def within(self, opening: Opening) -> PartQuerySet[RecordT]:
        """The rows of this file; none at all when the opening does not cover this part."""
        covered = opening.covers(self.model.part)
        found = self.filter(journey=opening.journey) if covered else self.none()
        found._opened = True
        return found

    def without_opening(self, *, reason: str) -> PartQuerySet[RecordT]:
        """For erasing and moving whole files only; every use is listed in a test."""
        found = self.all()
        found._opened = bool(reason)
        return found

    def _demand(self) -> None:
        if not self._opened:
            raise NotOpened(f"{self.model.__name__} was asked for rows without an opening.")

    def _fetch_all(self) -> None:
        self._demand()
        super()._fetch_all()

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

    def update(self, **kwargs: Any) -> int:
        self._demand()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._demand()
        return super().delete()


class PartRecord(models.Model):
    """One row of one part of one file."""

    part: ClassVar[Part]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    journey = models.ForeignKey(
        "trust_files.Journey", on_delete=models.CASCADE, related_name="+", db_index=True
    )

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def __str__(self) -> str:
        return str(self.id)
