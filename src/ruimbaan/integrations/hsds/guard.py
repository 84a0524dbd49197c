# SPDX-License-Identifier: EUPL-1.2
"""Text that a spreadsheet would run as a formula gets an apostrophe in front, as spreadsheets
themselves do. `without_guard` takes it away again: the two undo each other for every text.

A phone number is left as it is: `+31 24 123 45 67` calls nothing.
"""

from __future__ import annotations

import re

_RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001
_PHONE = re.compile(r"[+-][0-9 ().-]*")


def with_guard(text: str) -> str:
    if _RISKY.match(text) and not _PHONE.fullmatch(text):
        return f"'{text}"
    return text


def without_guard(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text
