# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody took along from another Ruimbaan, read with care: whoever sends one may have
made it themselves, to break us. Says nothing yet of what the parts of a file here can hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import FORMAT, VERSION

MOST_BYTES = 2_000_000  # of the file for a program, unpacked
MOST_DEPTH = 8  # ours has five: file, sections, one of them, its items, a list of names
MOST_ITEMS = 5_000  # of all sections together
MOST_LOOKS = 50_000
FIRST_YEAR, LAST_YEAR = 2020, 2200
HISTORY = ("grants", "part.handoff", "part.handoff_steps")

Value = str | int | bool | tuple[str, ...] | None
Item = Mapping[str, Value]


class NotTakenAlong(DomainError):
    code = "RB-JOURNEY-040"
    cause = Text(
        "Dit is geen bestand dat je uit een Ruimbaan meenam.",
        "This is not a file that you took along from a Ruimbaan.",
    )
    advice = Text(
        "Kies het zip-bestand, of mijn-gegevens.json dat erin zit.",
        "Choose the zip file, or my-data.json that is in it.",
    )


class NewerTakenAlong(DomainError):
    code = "RB-JOURNEY-041"
    cause = Text(
        "Dit bestand komt uit een nieuwere Ruimbaan.", "This file comes from a newer Ruimbaan."
    )
    advice = Text(
        "Vraag deze site om de nieuwste versie, of wacht even.",
        "Ask this site for the newest version, or wait a while.",
    )


class TakenAlongTooLarge(DomainError):
    code = "RB-JOURNEY-042"
    cause = Text("Dit bestand is te groot.", "This file is too large.")
    advice = Text(
        "Kies alleen mijn-gegevens.json. Nog te groot? Typ het belangrijkste over.",
        "Choose my-data.json alone. Still too large? Type over what matters most.",
    )


class TakenAlongBroken(DomainError):
    code = "RB-JOURNEY-043"
    cause = Text(
        'In het deel "{where}" staat iets dat hier niet past.',
        'In the part "{where}" there is something that does not fit here.',
    )
    advice = Text(
        "Er is niets bewaard. Haal het bestand opnieuw op, en verander er niets in.",
        "Nothing was kept. Get the file anew, and change nothing in it.",
    )


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """`sections` by name, without its log; `looks`: how often each name looked, by name."""

    made: datetime
    sections: Mapping[str, tuple[Item, ...]]
    looks: Mapping[str, int]


def read(text: str) -> TakenAlong:
    """Raises NotTakenAlong, NewerTakenAlong, TakenAlongTooLarge, TakenAlongBroken. No message
    quotes the file."""
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise TakenAlongTooLarge
    if _depth(text) > MOST_DEPTH:
        raise NotTakenAlong
    try:
        found = json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NotTakenAlong from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotTakenAlong
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise NotTakenAlong
    if version > VERSION:
        raise NewerTakenAlong
    sections = _sections(found.get("sections"))
    if sum(len(items) for items in sections.values()) > MOST_ITEMS:
        raise TakenAlongTooLarge
    return TakenAlong(_moment(found.get("made")), sections, _looks(found.get("log", [])))


def _depth(text: str) -> int:
    """How deep brackets stand in each other, before a parser goes down into them."""
    deepest = depth = 0
    inside = skip = False
    for sign in text:
        if skip:
            skip = False
        elif inside:
            skip = sign == "\\"
            inside = sign != '"'
        elif sign == '"':
            inside = True
        elif sign in "{[":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "}]":
            depth -= 1
    return deepest


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("The same name twice.")
    return found


def _no_number(_name: str) -> NoReturn:
    raise ValueError("Not a number of JSON.")


def _moment(text: object) -> datetime:
    try:
        return moment_in(text)
    except ValueError:
        raise NotTakenAlong from None


def moment_in(text: object) -> datetime:
    """A moment with its zone, in a year in which this can have been made. Raises ValueError."""
    if not isinstance(text, str):
        raise ValueError("No moment.")
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not FIRST_YEAR <= moment.year < LAST_YEAR:
        raise ValueError("No moment of ours.")
    return moment.astimezone(UTC)


def _sections(found: object) -> dict[str, tuple[Item, ...]]:
    if not isinstance(found, dict):
        raise NotTakenAlong
    return {name: tuple(_items(name, section)) for name, section in found.items()}


def _items(name: str, section: object) -> list[Item]:
    items = section.get("items") if isinstance(section, dict) else None
    if not isinstance(items, list):
        raise TakenAlongBroken(where=_name(name))
    return [_item(name, item) for item in items]


def _item(name: str, item: object) -> Item:
    if not isinstance(item, dict):
        raise TakenAlongBroken(where=_name(name))
    return {key: _value(name, value) for key, value in item.items()}


def _name(name: str) -> str:
    """Fit to be shown, whatever it is."""
    return name[:40].encode("ascii", "replace").decode()


def _value(name: str, value: object) -> Value:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise TakenAlongBroken(where=_name(name))


def _looks(log: object) -> dict[str, int]:
    """Of whom a name is told; what the owner did is no look of somebody."""
    if not isinstance(log, list):
        raise TakenAlongBroken(where="log")
    if len(log) > MOST_LOOKS:
        raise TakenAlongTooLarge
    counted: dict[str, int] = {}
    for row in log:
        who = row.get("who") if isinstance(row, dict) else None
        if isinstance(who, str) and who.strip() and row.get("by_me") is not True:
            counted[who] = counted.get(who, 0) + 1
    return counted
