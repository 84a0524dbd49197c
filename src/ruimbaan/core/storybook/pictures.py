# SPDX-License-Identifier: EUPL-1.2
"""The gate every picture of the book passes: nobody gets a picture that says nothing to them.

A picture needs an alternative that says what it shows, a table twin with the same facts where it
shows facts, and it has to be drawn. One that fails stops the whole book, web and paper alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

FEWEST_WORDS = 4  # fewer than this is a label and no alternative


class PictureRefused(DomainError):
    code = "RB-BOOK-002"
    cause = Text(
        'De afbeelding "{picture}" kan zo niet in het boek: {reason}.',
        'The picture "{picture}" cannot go into the book like this: {reason}.',
    )
    advice = Text(
        "Schrijf in de tekst wat de afbeelding laat zien, en maak dan het boek opnieuw.",
        "Write in the text what the picture shows, then make the book again.",
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, and what says the same. `rows` is its table twin: the first row names the
    columns. `decorative`: a cover, which tells nothing and needs no twin."""

    id: str
    alternative: str
    caption: str
    svg: str
    rows: tuple[tuple[str, ...], ...] = ()
    decorative: bool = False


def findings(pictures: Iterable[Picture]) -> Iterator[tuple[str, str]]:
    """The id of each picture that is refused, and why."""
    seen: set[str] = set()
    for picture in pictures:
        if picture.id in seen:
            yield picture.id, "this id is used twice"
        seen.add(picture.id)
        yield from ((picture.id, reason) for reason in _faults(picture))


def _faults(picture: Picture) -> Iterator[str]:
    if len(picture.alternative.split()) < FEWEST_WORDS:
        yield "it has no alternative text"
    if not (picture.svg.startswith("<svg") and picture.svg.endswith("</svg>")):
        yield "it was not drawn"
    if "nan" in picture.svg.casefold().split('"'):
        yield "it was drawn with a number that is none"
    if picture.decorative:
        return
    if len(picture.rows) < 2:
        yield "it has no table that says the same"
    elif len({len(row) for row in picture.rows}) > 1:
        yield "its table has rows of unequal length"


def check(pictures: Iterable[Picture]) -> None:
    """Raises PictureRefused for the first one that may not go in."""
    for picture, reason in findings(pictures):
        raise PictureRefused(picture=picture, reason=reason)
