# SPDX-License-Identifier: EUPL-1.2
"""A given story as others read it: the words, where it turned, and what was changed so that nobody is
known by it. What is signed is all of this, sign for sign."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_TURNS = 5


class Way(StrEnum):
    """In which way there was room at a turning point, or was none."""

    WIDER = "wider"  # a rule was read as it is meant
    EXCEPTION = "exception"  # somebody said yes to something else than the rule says
    SOONER = "sooner"
    BESIDE = "beside"  # somebody came along
    KEPT = "kept"  # a place stayed
    NONE = "none"  # it was needed, and nobody gave it


class Changed(StrEnum):
    """What may be changed in a given story. What happened to the person never is."""

    PLACE = "place"
    ROLE = "role"
    DATE = "date"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point: what happened, who did what differently (a role, never a name), and whether
    that took room."""

    what: str
    who: str = ""
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class GivenStory:
    """`text` is plain: an empty line begins another paragraph. Of `changed` only the kinds are
    published: saying what it was before would undo it."""

    title: str
    lead: str
    text: str
    turns: tuple[Turn, ...] = ()
    changed: tuple[Changed, ...] = ()

    def words(self) -> str:
        """The same story always gives the same text; this is what is signed."""
        return json.dumps(self.told(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    def told(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "lead": self.lead,
            "text": self.text,
            "turns": [[turn.what, turn.who, turn.way or ""] for turn in self.turns],
            "changed": sorted(self.changed),
        }

    def said(self) -> str:
        """All that a reader sees of it, for a check of the words."""
        return "\n\n".join(self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """Each field on its own, as it was written: a sentence ends where its field ends."""
        turns = (words for turn in self.turns for words in (turn.what, turn.who) if words)
        return (self.title, self.lead, self.text, *turns)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        found = (" ".join(part.split()) for part in self.text.replace("\r", "").split("\n\n"))
        return tuple(part for part in found if part)


def from_told(told: dict[str, Any]) -> GivenStory:
    """What `told` gave."""
    return GivenStory(
        told["title"],
        told["lead"],
        told["text"],
        tuple(Turn(what, who, Way(way) if way else None) for what, who, way in told["turns"]),
        tuple(Changed(one) for one in told["changed"]),
    )
