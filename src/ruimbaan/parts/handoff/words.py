# SPDX-License-Identifier: EUPL-1.2
"""What the person says in a handoff, sealed with the key of the file. Everything here needs an
opening; who gets one, and that it is logged, is for trust."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID

from ruimbaan.core.handoff.states import Verdict
from ruimbaan.parts.handoff.models import HandoffWords
from ruimbaan.parts.trust.services import seal, unseal
from ruimbaan.parts.trust.walls import Opening, PartQuerySet


@dataclass(frozen=True, slots=True)
class Said:
    """`place` is the name of a receiver without account. `along` says who goes along to the first
    meeting, `where` where it is. The verdict comes last and stays with the person; so does `seen`:
    that it ended was read, and need not stand on the first page any more."""

    goal: str
    question: str = ""
    place: str = ""
    along: str = ""
    where: str = ""
    verdict: str = ""
    afterwards: str = ""
    seen: bool = False

    @property
    def judged(self) -> Verdict | None:
        return Verdict(self.verdict) if self.verdict else None

    def for_others(self) -> Said:
        """Without what the person says afterwards: that is for the person alone."""
        return replace(self, verdict="", afterwards="", seen=False)


def read(opening: Opening, handoff: UUID) -> Said | None:
    row = _rows(opening).filter(id=handoff).first()
    return None if row is None else _said(row)


def read_all(opening: Opening) -> Mapping[UUID, Said]:
    return {row.id: _said(row) for row in _rows(opening)}


def write(opening: Opening, handoff: UUID, said: Said, at: datetime) -> HandoffWords:
    """A new one. The same form sent twice finds the row of the first time."""
    rows = _rows(opening)
    there = rows.filter(id=handoff).first()
    if there is not None:
        return there
    sealed = _sealed(opening.journey, handoff, said)
    return rows.create(id=handoff, sealed=sealed, written=at, changed=at)


def change(opening: Opening, handoff: UUID, said: Said, at: datetime) -> None:
    sealed = _sealed(opening.journey, handoff, said)
    _rows(opening).filter(id=handoff).update(sealed=sealed, changed=at)


def _rows(opening: Opening) -> PartQuerySet[HandoffWords]:
    return HandoffWords.objects.within(opening)


def _sealed(journey: UUID, handoff: UUID, said: Said) -> bytes:
    text = json.dumps(asdict(said), ensure_ascii=False, sort_keys=True)
    return seal(journey, HandoffWords.place(handoff), text)


def _said(row: HandoffWords) -> Said:
    text = unseal(row.journey_id, HandoffWords.place(row.id), bytes(row.sealed))
    return Said(**json.loads(text))
