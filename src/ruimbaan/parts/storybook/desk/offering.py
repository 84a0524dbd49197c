# SPDX-License-Identifier: EUPL-1.2
"""What of the own journey could be given: only what the person wrote and may mean to tell. People,
appointments, the emergency card and what is for oneself alone are never offered."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.services import Own, ShownPart, shown_parts

ROUTE = "route"
OFFERED = (Part.STORY, Part.WISHES, Part.ME_NOW, Part.ROUTE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of the own journey. `words` is exactly what would be given."""

    id: str
    part: str
    title: str
    words: str


def pieces(own: Own) -> tuple[Piece, ...]:
    """A look of the owner in the own file. Raises what `open_file` raises."""
    with own.open(*OFFERED) as opening:
        shown = shown_parts(opening, own.today, "")
    by_words = sorted(shown, key=lambda part: part.icon == ROUTE)  # what is told comes first
    return tuple(piece for part in by_words for piece in _of_part(part))


def chosen(offered: Collection[Piece], ids: Collection[str], own_words: str) -> str:
    """The text that is given: the chosen pieces in their order, then what was written for this."""
    texts = [piece.words for piece in offered if piece.id in ids]
    return "\n\n".join(text for text in (*texts, own_words.strip()) if text)


def _of_part(part: ShownPart) -> Iterator[Piece]:
    for card in part.cards:
        facts = [f"{fact.term}: {fact.value}" for fact in card.facts]
        sections = [section.text.strip() for section in card.sections]
        words = "\n".join(text for text in (card.title, *facts, *sections) if text)
        if words:
            yield Piece(str(card.id), part.title, card.name, words)
