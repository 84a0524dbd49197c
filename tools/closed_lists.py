# SPDX-License-Identifier: EUPL-1.2
"""A closed list of the code as a table: every value with what it means. A value without words stops the
page, and so do words without a value."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class ListBehind(Exception):
    """The words do not fit the list in the code."""


def table(kind: type[StrEnum], words: Mapping[str, str]) -> str:
    """In the order of the code; `words` has a sentence for each value."""
    values = [one.value for one in kind]
    if sorted(words) != sorted(values):
        raise ListBehind(kind.__name__, sorted({*words} ^ {*values}))
    rows = "".join(f"| `{value}` | {words[value]} |\n" for value in values)
    return f"\n| `{kind.__name__}` | means |\n|---|---|\n{rows}"
