# SPDX-License-Identifier: EUPL-1.2
"""Is this the shape of a world? Asks the published JSON Schema and answers in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.worldfile import structure_errors as wrong
from ruimbaan.integrations.worldfile.places import LocatedList, LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import Problems, WorldError, did_you_mean, shown
from ruimbaan.integrations.worldfile.quick_check import Check, compiled

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

KINDS = {
    "object": Text("sleutels met waarden", "keys with values"),
    "array": Text("een lijst", "a list"),
    "string": Text("tekst", "text"),
    "integer": Text("een heel getal", "a whole number"),
    "boolean": Text("yes of no", "yes or no"),
    "null": Text("niets", "nothing"),
}


@cache
def schema() -> dict[str, Any]:
    """The published schema of a world file."""
    text = files(__package__).joinpath("world.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _quick_check() -> Check:
    return compiled(schema())


@cache
def _validator() -> Draft202012Validator:
    """Takes long to import and to ask: only for what the quick check does not pass."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())


def check_structure(content: object, file: str, problems: Problems) -> LocatedMap | None:
    """The content as a mapping of known shape, or None; what is wrong goes to `problems`."""
    if not isinstance(content, LocatedMap):
        place = content.place if isinstance(content, LocatedList) else Place(file, 1, 1)
        problems.add(wrong.NotAWorld(place, found=_kind(content)))
        return None
    if _quick_check()(content):
        return content
    before = len(problems.errors)
    for error in _validator().iter_errors(content):
        for problem in _translate(error, content):
            problems.add(problem)
            if problems.full:
                return None
    return content if len(problems.errors) == before else None


def _translate(error: ValidationError, content: LocatedMap) -> Iterator[WorldError]:
    found: Any = error.instance
    place, schema_here = _place(error, content), _schema_of(error)
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(found, schema_here)
        case "required":
            yield from _missing_keys(found, schema_here)
        case "type" if schema_here.get("title") in ("length", "day"):
            yield wrong.BadLength(place, found=_said(found))
        case "type":
            yield wrong.WrongKind(place, expected=_expected(schema_here), found=_kind(found))
        case "enum" | "const":
            yield _not_in_list(place, found, schema_here)
        case "minimum" if schema_here.get("title") == "length":
            yield wrong.NegativeLength(place, found=shown(found))
        case "minimum" | "maximum":
            least, most = schema_here["minimum"], schema_here["maximum"]
            yield wrong.OutOfRange(place, found=shown(found), least=least, most=most)
        case "maxItems" | "maxProperties":
            yield wrong.TooMany(place, found=len(found), most=error.validator_value)
        case "minItems" | "minProperties":
            yield wrong.TooFew(place)
        case _:
            yield _bad_text(place, found, schema_here)


def _bad_text(place: Place, found: Any, schema_here: dict[str, Any]) -> WorldError:
    match schema_here.get("title"):
        case "name":
            return wrong.BadName(place, found=shown(found))
        case "date":
            return wrong.BadDate(place, found=shown(found))
        case "length" if str(found).startswith("-"):
            return wrong.NegativeLength(place, found=shown(found))
        case "length" | "day":
            return wrong.BadLength(place, found=shown(found))
    return wrong.BadText(place, found=shown(found))


def _unknown_keys(found: LocatedMap, schema_here: dict[str, Any]) -> Iterator[WorldError]:
    allowed = list(schema_here["properties"])
    for key in found:
        if key not in allowed:
            yield wrong.UnknownKey(
                found.at(key),
                key=shown(key),
                allowed=", ".join(allowed),
                suggestion=did_you_mean(key, allowed),
            )


def _missing_keys(found: LocatedMap, schema_here: dict[str, Any]) -> Iterator[WorldError]:
    for key in schema_here["required"]:
        if key not in found:
            yield wrong.MissingKey(found.place, key=key)


def _not_in_list(place: Place, found: object, schema_here: dict[str, Any]) -> WorldError:
    choices = [
        _said(choice) for choice in schema_here.get("enum", ()) if not isinstance(choice, bool)
    ]
    suggestion = did_you_mean(str(found), choices)
    return wrong.NotInList(
        place, found=_said(found), allowed=", ".join(choices), suggestion=suggestion
    )


def _place(error: ValidationError, content: LocatedMap) -> Place:
    node: Any = content
    place = content.place
    steps: list[Any] = list(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        steps.append(error.instance)
    for step in steps:
        place = node.at(step)
        node = node[step]
    return place


def _schema_of(error: ValidationError) -> dict[str, Any]:
    found = error.schema
    return found if isinstance(found, dict) else {}


def _expected(schema_here: dict[str, Any]) -> Text:
    return KINDS.get(str(schema_here.get("type")), Text("iets anders", "something else"))


def _kind(value: object) -> Text:
    match value:
        case dict():
            return KINDS["object"]
        case list():
            return KINDS["array"]
        case None:
            return KINDS["null"]
        case bool():
            return Text(_said(value))
    said = shown(value)
    return Text(f'"{said}"')


def _said(value: object) -> str:
    """A value as people write it in YAML."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "niets/nothing" if value is None else shown(value)
