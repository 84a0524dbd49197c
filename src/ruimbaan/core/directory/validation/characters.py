# SPDX-License-Identifier: EUPL-1.2
"""Texts that cannot be kept, that mislead, or that try to do something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.validation import kinds_kept, kinds_refused
from ruimbaan.core.directory.validation.remark import Remarks, Values, remark

LONGEST = 10_000  # characters of a text that somebody may still read
_SUSPECT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069<]|script:", re.I
)
_IMPOSSIBLE = re.compile(r"[\x00\ud800-\udfff]")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_SCRIPT = re.compile(
    r"<\s*(script|iframe|object|embed|svg|img|style|link)\b|(java|vb)script:", re.I
)


def check_characters(values: Values) -> Remarks:
    """Looks at every text and every name, however deep."""
    for name, value in values.items():
        if isinstance(value, str):
            yield from _check(name, value)
        elif isinstance(value, list | dict):
            for text in _texts(value):
                yield from _check(name, text)
        if _SUSPECT.search(name):
            yield from _check(name, name)


def is_possible(text: str) -> bool:
    """Whether every character of this text exists."""
    return not _IMPOSSIBLE.search(text)


def _check(name: str, text: str) -> Remarks:
    if len(text) > LONGEST:
        yield remark(kinds_kept.TOO_LONG, name, found=len(text), most=LONGEST)
    if not _SUSPECT.search(text):
        return
    if impossible := _IMPOSSIBLE.search(text):
        yield remark(kinds_refused.IMPOSSIBLE_CHARACTER, name, number=_number(impossible[0]))
    if control := _CONTROL.search(text):
        yield remark(kinds_kept.CONTROL_CHARACTER, name, number=_number(control[0]))
    if turning := _TURNING.search(text):
        yield remark(kinds_kept.INVISIBLE, name, number=_number(turning[0]))
    if _SCRIPT.search(text):
        yield remark(kinds_kept.SCRIPT, name)


def _texts(value: Json) -> Iterator[str]:
    waiting: list[Json] = [value]
    while waiting:
        match waiting.pop():
            case str(text):
                yield text
            case list(items):
                waiting += items
            case dict(inside):
                yield from inside
                waiting += inside.values()


def _number(char: str) -> str:
    return f"{ord(char):04X}"
