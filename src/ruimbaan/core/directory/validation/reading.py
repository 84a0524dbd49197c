# SPDX-License-Identifier: EUPL-1.2
"""Values as their columns have them. What cannot be read stays as it was written.

An empty text and nothing at all are the same: a table cannot tell them apart, so neither do we.
"""

from __future__ import annotations

import re

from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.tables import TABLES, Type
from ruimbaan.core.directory.validation import kinds_kept, kinds_refused
from ruimbaan.core.directory.validation.remark import Remark, Remarks, Values, remark

LONGEST_NUMBER = 25  # characters; more is a number of something else
LARGEST = 2**53  # with a point or a power; above it databases do not agree on what it is
Scalar = str | int | float | bool
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")


def read_values(table: str, raw: Values) -> tuple[dict[str, Json], list[Remark]]:
    """The values in the form in which the directory keeps them, and what was odd about them."""
    columns = TABLES[table].columns
    values: dict[str, Json] = {}
    remarks: list[Remark] = []
    for name, value in raw.items():
        if value is None or value == "":
            continue
        column = columns.get(name)
        if column is None:
            values[name] = value
        elif isinstance(value, list | dict):
            values[name] = value
            remarks.append(remark(kinds_refused.NOT_ONE_VALUE, name))
        elif column.type is Type.NUMBER:
            values[name] = as_number(value)
            if not isinstance(values[name], int | float):
                remarks.append(remark(kinds_kept.NO_NUMBER, name, found=value))
        elif isinstance(value, str):
            values[name] = value
        else:
            values[name] = _as_text(value)
            if column.type is not Type.UUID:
                remarks.append(remark(kinds_kept.NO_TEXT, name, found=values[name]))
    return values, remarks


def as_number(value: Scalar) -> int | float | str:
    """The number that is written here; what is none, or is too large, comes back as text."""
    if isinstance(value, bool):
        return _as_text(value)
    if not isinstance(value, str):
        return value if isinstance(value, int) or abs(value) <= LARGEST else _as_text(value)
    if len(value) > LONGEST_NUMBER or not (written := _NUMBER.fullmatch(value)):
        return value
    if not written[2] and not written[3]:
        return int(value)
    return number if abs(number := float(value)) <= LARGEST else value


def unknown_names(table: str, values: Values) -> Remarks:
    """Names that neither HSDS nor our profile has."""
    columns = TABLES[table].columns
    for name in values:
        if name not in columns and name != NAME:
            yield remark(kinds_kept.UNKNOWN_COLUMN, name)


def _as_text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
