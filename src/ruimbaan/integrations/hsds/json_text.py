# SPDX-License-Identifier: EUPL-1.2
"""JSON, read strictly: no name twice, not too deep, no number that is none. A number that is too
large to count with stays the text it was written as."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.core.directory.validation.reading import LARGEST
from ruimbaan.integrations.hsds.errors import KeyTwice, NotJson, TooDeep
from ruimbaan.integrations.hsds.limits import USUAL, Limits
from ruimbaan.integrations.twice import first_twice

LONGEST_INTEGER = 300  # digits
# A bracket, or a string with its brackets: also one that never ends. What was read of a string is
# not read again (`*+`), or a string full of \" that never ends would take for ever.
_STRUCTURE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{}]', re.S)


def read_json(
    text: str,
    place: Place,
    limits: Limits = USUAL,
    decimals: Callable[[str], Json] | None = None,
) -> Json:
    """Raises NotJson, KeyTwice or TooDeep. `decimals` reads a number with a point or a power."""
    if _depth(text, limits.depth) > limits.depth:
        raise TooDeep(place, limit=limits.depth)

    def no_name_twice(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if (
            len(found) < len(pairs)
            and (twice := first_twice(name for name, _ in pairs)) is not None
        ):
            raise KeyTwice(place, name=shown(twice))
        return found

    try:
        found: Json = json.loads(
            text,
            object_pairs_hook=no_name_twice,
            parse_int=_integer,
            parse_float=decimals or _float,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        raise NotJson(place, line=error.lineno, column=error.colno) from None
    except _Constant:
        raise NotJson(place, line="?", column="NaN, Infinity") from None
    return found


class _Constant(Exception):
    """NaN or Infinity, which JSON does not have."""


def _no_constant(written: str) -> Json:
    raise _Constant(written)


def _integer(written: str) -> Json:
    return int(written) if len(written) <= LONGEST_INTEGER else written


def _float(written: str) -> Json:
    return number if abs(number := float(written)) <= LARGEST else written


def _depth(text: str, enough: int) -> int:
    """How deep the brackets go at most; measured before reading, as reading too deep ends the
    program."""
    opened = text.count("[") + text.count("{")
    if opened <= enough:
        return opened
    deepest = depth = 0
    for found in _STRUCTURE.finditer(text):
        if found[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif found[0] in "]}":
            depth -= 1
    return deepest
