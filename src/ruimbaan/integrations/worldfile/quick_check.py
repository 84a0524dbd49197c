# SPDX-License-Identifier: EUPL-1.2
"""A quick yes for what has the shape of a schema; whoever gets no asks the schema itself why.

Walking a JSON Schema anew for each value took two thirds of the time of loading a region. Here it
is made once into plain functions. They know the keywords that our schemas use and no others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final

from ruimbaan.integrations.worldfile.places import LocatedList, LocatedMap

Check = Callable[[Any], bool]
Schema = Mapping[str, Any]

KINDS: Final = {
    LocatedMap: "object",
    dict: "object",
    LocatedList: "array",
    list: "array",
    str: "string",
    int: "integer",
    bool: "boolean",
    type(None): "null",
}
SAID_ELSEWHERE: Final = {"type", "then", "else"}  # by kind, and with "if"
TELLS: Final = {"title", "description", "$schema", "$id", "$comment", "$defs"}


class UnknownKeyword(Exception):
    """The schema uses a keyword that nobody here knows."""


def compiled(schema: Schema) -> Check:
    """Says of plain data whether it certainly has this shape. Raises UnknownKeyword."""
    return _Compiler(schema.get("$defs", {})).check(schema)


class _Compiler:
    def __init__(self, parts: Mapping[str, Schema]) -> None:
        self.parts = parts
        self.known: dict[str, Check] = {}

    def check(self, schema: Schema) -> Check:
        """Each keyword only speaks of values of its own kind; so values are sorted by kind."""
        asked = schema.keys() - TELLS - SAID_ELSEWHERE
        if unknown := asked - self.makers.keys():
            raise UnknownKeyword(*sorted(unknown))
        checks: dict[str, list[Check]] = {kind: [] for kind in KINDS.values()}
        for keyword in sorted(asked):
            make, kinds = self.makers[keyword]
            for kind in kinds or checks:
                checks[kind].append(make(schema))
        if "type" in schema:
            wanted = schema["type"]
            allowed = [wanted] if isinstance(wanted, str) else wanted
            checks = {kind: checks[kind] for kind in allowed}
        of_class = {cls: checks[kind] for cls, kind in KINDS.items() if kind in checks}

        def holds(value: Any) -> bool:
            wanted = of_class.get(type(value))
            if wanted is None:
                return False
            for each in wanted:  # noqa: SIM110 - a generator here takes twice as long
                if not each(value):
                    return False
            return True

        return holds

    @cached_property
    def makers(self) -> dict[str, tuple[Callable[[Schema], Check], tuple[str, ...]]]:
        """Per keyword what makes its check, and the kinds of value it speaks of; none is all."""
        return {
            "$ref": (self.reference, ()),
            "if": (self.choice, ()),
            "enum": (_enum, ()),
            "const": (_const, ()),
            "properties": (self.properties, ("object",)),
            "additionalProperties": (self.others, ("object",)),
            "propertyNames": (self.names, ("object",)),
            "required": (_required, ("object",)),
            "minProperties": (_at_least_long("minProperties"), ("object",)),
            "maxProperties": (_at_most_long("maxProperties"), ("object",)),
            "items": (self.items, ("array",)),
            "minItems": (_at_least_long("minItems"), ("array",)),
            "maxItems": (_at_most_long("maxItems"), ("array",)),
            "minLength": (_at_least_long("minLength"), ("string",)),
            "maxLength": (_at_most_long("maxLength"), ("string",)),
            "pattern": (_pattern, ("string",)),
            "minimum": (_at_least, ("integer",)),
            "maximum": (_at_most, ("integer",)),
        }

    def reference(self, schema: Schema) -> Check:
        """A part may hold itself, so it is looked up when it is asked."""
        name, known = schema["$ref"].removeprefix("#/$defs/"), self.known
        if name not in known:
            known[name] = lambda _: False  # while it is being made
            known[name] = self.check(self.parts[name])
        return lambda value: known[name](value)

    def choice(self, schema: Schema) -> Check:
        asked = self.check(schema["if"])
        then, otherwise = self.check(schema.get("then", {})), self.check(schema.get("else", {}))
        return lambda value: then(value) if asked(value) else otherwise(value)

    def properties(self, schema: Schema) -> Check:
        named = {key: self.check(each) for key, each in schema["properties"].items()}

        def holds(found: Any) -> bool:
            for key, value in found.items():  # noqa: SIM110 - as above
                if key in named and not named[key](value):
                    return False
            return True

        return holds

    def others(self, schema: Schema) -> Check:
        named = schema.get("properties", {}).keys()
        if schema["additionalProperties"] is False:
            return lambda found: found.keys() <= named
        check = self.check(schema["additionalProperties"])
        return lambda found: all(check(value) for key, value in found.items() if key not in named)

    def names(self, schema: Schema) -> Check:
        check = self.check(schema["propertyNames"])
        return lambda found: all(map(check, found))

    def items(self, schema: Schema) -> Check:
        check = self.check(schema["items"])
        return lambda found: all(map(check, found))


def _required(schema: Schema) -> Check:
    keys = frozenset(schema["required"])
    return lambda found: keys <= found.keys()


def _at_least(schema: Schema) -> Check:
    least = schema["minimum"]
    return lambda number: number >= least


def _at_most(schema: Schema) -> Check:
    most = schema["maximum"]
    return lambda number: number <= most


def _at_least_long(keyword: str) -> Callable[[Schema], Check]:
    def make(schema: Schema) -> Check:
        least = schema[keyword]
        return lambda found: len(found) >= least

    return make


def _at_most_long(keyword: str) -> Callable[[Schema], Check]:
    def make(schema: Schema) -> Check:
        most = schema[keyword]
        return lambda found: len(found) <= most

    return make


def _pattern(schema: Schema) -> Check:
    search = re.compile(schema["pattern"]).search
    return lambda text: search(text) is not None


def _enum(schema: Schema) -> Check:
    choices = schema["enum"]  # True is not 1 here
    return lambda value: any(type(value) is type(each) and value == each for each in choices)


def _const(schema: Schema) -> Check:
    return _enum({"enum": [schema["const"]]})
