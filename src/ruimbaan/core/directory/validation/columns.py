# SPDX-License-Identifier: EUPL-1.2
"""Checks of one column at a time: is it there, and is it written as it should be?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ruimbaan.core.directory.records.record import LINKED
from ruimbaan.core.directory.records.tables import TABLES, Column, Type
from ruimbaan.core.directory.validation import kinds_kept, kinds_refused
from ruimbaan.core.directory.validation.forms import FORMS
from ruimbaan.core.directory.validation.remark import Remarks, Values, remark

LONGEST_ID = 64
LONGEST_TABLE_NAME = 30
ESSENTIAL = frozenset(
    {
        ("organization", "name"),
        ("program", "name"),
        ("service", "name"),
        ("service", "status"),
        ("phone", "number"),
        ("taxonomy", "name"),
        ("taxonomy_term", "name"),
    }
)
_USABLE_ID = re.compile(r"[^\s\x00-\x1f\x7f\ud800-\udfff]+")


def check_columns(table: str, values: Values) -> Remarks:
    """Of one row. `values` come from `read_values`."""
    known = TABLES[table].columns
    if "id" not in values:
        yield remark(kinds_refused.NO_ID, "id")
    for name, value in values.items():
        column = known.get(name)
        if column is not None and isinstance(value, str):
            yield from _check(table, column, value)
    yield from _check_links(table, values)


def _check(table: str, column: Column, text: str) -> Remarks:
    if column.options and text not in column.options:
        is_status = (table, column.name) == ("service", "status")
        kind = kinds_refused.UNKNOWN_STATUS if is_status else kinds_kept.NO_OPTION
        yield remark(kind, column.name, found=text, options=", ".join(column.options))
    if column.type is Type.UUID and (len(text) > LONGEST_ID or not _USABLE_ID.fullmatch(text)):
        yield remark(kinds_refused.UNUSABLE_ID, column.name, found=text, most=LONGEST_ID)
    elif column.type in FORMS:
        is_well, kind = FORMS[column.type]
        if not is_well(text):
            yield remark(kind, column.name, found=text)


def _check_links(table: str, values: Values) -> Remarks:
    if table not in LINKED:
        return
    name = LINKED[table][0]
    entity = values.get(name)
    if not isinstance(entity, str):
        return
    if len(entity) > LONGEST_TABLE_NAME:
        yield remark(kinds_refused.DOES_NOT_FIT, name)
    elif entity not in TABLES:
        yield remark(kinds_kept.UNKNOWN_ENTITY, name, found=entity)


OWNERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        table: tuple(column.name for column in TABLES[table].references)
        for table in (
            "address",
            "phone",
            "contact",
            "schedule",
            "language",
            "accessibility",
            "funding",
            "service_area",
            "required_document",
        )
    }
)


def check_complete(table: str, values: Values) -> Remarks:
    """Of a record, put together from all rows that tell of it."""
    for name in TABLES[table].required:
        if name not in values:
            is_essential = (table, name) in ESSENTIAL
            kind = kinds_refused.MISSING if is_essential else kinds_kept.HSDS_ASKS
            yield remark(kind, name)
    owners = OWNERS.get(table, ())
    if owners and not any(column in values for column in owners):
        yield remark(kinds_kept.BELONGS_NOWHERE, owners[0], columns=", ".join(owners))
