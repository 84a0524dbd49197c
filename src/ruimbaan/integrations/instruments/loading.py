# SPDX-License-Identifier: EUPL-1.2
"""A licensed list from its file, YAML or JSON, checked against the published schema."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ruimbaan.core.journey.licensed_list import LicensedList, longest
from ruimbaan.core.journey.own_words import MOST_SIGNS
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

MOST_BYTES = 100_000


class ListInvalid(DomainError):
    code = "RB-INSTRUMENT-001"
    cause = Text(
        "Deze lijst klopt niet, bij {where}: {what}.",
        "This list is not in order, at {where}: {what}.",
    )
    advice = Text(
        "Verbeter het bestand. docs/how-to/load-a-licensed-list.md zegt wat erin hoort.",
        "Mend the file. docs/how-to/load-a-licensed-list.md says what belongs in it.",
    )


class ListUnreadable(DomainError):
    code = "RB-INSTRUMENT-002"
    cause = Text("Dit bestand is niet te lezen: {what}.", "This file cannot be read: {what}.")
    advice = Text("Geef een bestand in YAML of JSON.", "Give a file in YAML or JSON.")


def read_list(path: Path) -> LicensedList:
    """Raises ListUnreadable and ListInvalid."""
    return from_text(text_of(path))


def text_of(path: Path) -> str:
    """Raises ListUnreadable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ListUnreadable(what=f"> {MOST_BYTES} bytes")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ListUnreadable(what=type(error).__name__) from error


def from_text(text: str) -> LicensedList:
    """Raises ListUnreadable and ListInvalid. JSON is YAML too; every value is read as a text."""
    try:
        content = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts and nothing else
    except (yaml.YAMLError, RecursionError) as error:
        raise ListUnreadable(what=_place(error)) from error
    faults = sorted(_validator().iter_errors(content), key=lambda fault: list(fault.absolute_path))
    if faults:
        where = "/".join(map(str, faults[0].absolute_path)) or "-"
        raise ListInvalid(where=where, what=faults[0].message[:200])
    return _checked(content)


def _checked(content: dict[str, Any]) -> LicensedList:
    first, last = _day(content, "from"), _day(content, "until") if "until" in content else None
    if last is not None and last < first:
        raise ListInvalid(where="until", what=f"{last} < {first}")
    found = LicensedList(
        id=content["id"],
        name=content["name"],
        holder=content["holder"],
        licence=content["licence"],
        source=content.get("source", ""),
        language=content["language"],
        domain=content["domain"],
        first=first,
        last=last,
        questions=tuple(content["questions"]),
        answers=tuple(content["answers"]),
    )
    if longest(found) > MOST_SIGNS:
        raise ListInvalid(where="questions", what=f"{longest(found)} > {MOST_SIGNS}")
    return found


def _day(content: dict[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(content[name])
    except ValueError as error:
        raise ListInvalid(where=name, what=content[name]) from error


def _place(error: Exception) -> str:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return f"{type(error).__name__}, {mark.line + 1}" if mark else type(error).__name__


@cache
def schema() -> dict[str, Any]:
    text = files(__package__).joinpath("instrument.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())
