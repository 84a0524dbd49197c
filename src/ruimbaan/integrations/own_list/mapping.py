# SPDX-License-Identifier: EUPL-1.2
"""Which column holds what: as a mapping file says, and guessed from the headings for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.errors import Unreadable
from ruimbaan.integrations.likeness import likeness
from ruimbaan.integrations.own_list.errors import NoMapping, NoNameColumn, NotInTheList
from ruimbaan.integrations.own_list.fields import ALL, BY_NAME

ALIKE = 0.8  # two headings this alike are one, with a slip
WITH_SLIPS = range(5, 41)  # letters of a heading in which a slip is looked for
MOST_BYTES = 100_000
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Mapping:
    """For the name of a field the heading of its column, as `read_mapping` found it."""

    columns: dict[str, str] = field(default_factory=dict)
    file: str = ""


def read_mapping(path: Path) -> Mapping:
    """Raises Unreadable or NoMapping."""
    place = Place(shown(path.name))
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError as error:
        raise Unreadable(place, reason=error.strerror or error) from None
    return mapping_of(content, place.file)


def mapping_of(content: bytes, file: str) -> Mapping:
    """Every heading is text, also one that looks like a number or a day. Raises NoMapping."""
    place = Place(file)
    known = ", ".join(BY_NAME)
    try:
        found = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506 (makes texts only)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise NoMapping(place, reason=shown(str(error).partition("\n")[0]), known=known) from None
    columns = found.get("columns") if isinstance(found, dict) else None
    if not isinstance(columns, dict):
        raise NoMapping(place, reason="columns", known=known)
    for name, heading in columns.items():
        if name not in BY_NAME or not isinstance(heading, str):
            raise NoMapping(place, reason=shown(name), known=known)
    return Mapping(columns, file)


def columns_of(headings: Sequence[str], mapping: Mapping, place: Place) -> dict[str, int]:
    """For every field that is there the number of its column. Raises NotInTheList or NoNameColumn."""
    plain = [_plain(heading) for heading in headings]
    listed = ", ".join(shown(heading) for heading in headings if heading)
    found: dict[str, int] = {}
    for name, heading in mapping.columns.items():
        wanted = _plain(heading)
        if not wanted or wanted not in plain:
            raise NotInTheList(Place(mapping.file), column=shown(heading), found=listed)
        found[name] = plain.index(wanted)
    for name, number in _guesses(plain):
        if name not in found and number not in found.values():
            found[name] = number
    if "name" not in found:
        raise NoNameColumn(place, found=listed or "–")
    return found


def guess_count(headings: Sequence[str]) -> int:
    """How many of these headings we would know: the right separator gives the most."""
    return sum(_plain(heading) in _known() for heading in headings)


def _guesses(plain: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The surest first: what a field is called here, then elsewhere, then with a slip."""
    for some in ALL:
        own = {_plain(some.heading.nl), _plain(some.heading.en), _plain(some.name)}
        yield from ((some.name, number) for number, text in enumerate(plain) if text in own)
    for field_name, names in _names().items():
        yield from ((field_name, number) for number, text in enumerate(plain) if text in names)
    slips = [
        (number, text)
        for number, text in enumerate(plain)
        if len(text) in WITH_SLIPS and text not in _known()
    ]
    for field_name, names in _names().items():
        for number, text in slips:
            if any(likeness(text, name) >= ALIKE for name in names):
                yield field_name, number


@cache
def _names() -> dict[str, frozenset[str]]:
    """How each field is called, here and elsewhere, letters only."""
    return {
        some.name: frozenset(
            _plain(name) for name in (some.name, some.heading.nl, some.heading.en, *some.seen_as)
        )
        for some in ALL
    }


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*_names().values())


def _plain(heading: str) -> str:
    return "".join(_LETTERS.findall(heading.casefold()))
