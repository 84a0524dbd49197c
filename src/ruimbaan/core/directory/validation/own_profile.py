# SPDX-License-Identifier: EUPL-1.2
"""Checks of our own profile: what it says must be of a kind that we read. Whether the planner can
use a service is for those who have the rules at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.validation import kinds_kept, kinds_profile, kinds_refused
from ruimbaan.core.directory.validation.forms import is_date
from ruimbaan.core.directory.validation.remark import Remarks, Values, remark

EAST, NORTH = (-7_000, 300_000), (289_000, 629_000)  # metres, the extent of EPSG:28992
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def check_profile(table: str, values: Values) -> Remarks:
    found = values.get(NAME)
    if found is None or table not in _KINDS:
        return
    if not isinstance(found, dict):
        yield remark(kinds_refused.NO_PROFILE, NAME, found=found)
        return
    for name, value in found.items():
        is_read = _KINDS[table].get(name)
        if is_read is not None and not is_read(value):
            yield remark(kinds_profile.PLANNING_HALF_READ, f"{NAME}.{name}")
    if table == "service":
        yield from _check_code(found.get("code"))
        yield from _check_fragility(found.get("fragility"))
    if table == "location" and "rd" in found:
        yield from _check_point(found["rd"])


def _check_code(code: Json) -> Remarks:
    if isinstance(code, str) and code and not _CODE.fullmatch(code):
        yield remark(kinds_refused.CODE_UNUSABLE, f"{NAME}.code", found=code)


def _check_fragility(fragility: Json) -> Remarks:
    until = fragility.get("funding_until") if isinstance(fragility, dict) else None
    if isinstance(until, str) and not is_date(until):
        yield remark(kinds_kept.NO_DATE, f"{NAME}.fragility.funding_until", found=until)


def _check_point(point: Json) -> Remarks:
    match point:
        case [int() | float() as x, int() | float() as y]:
            if EAST[0] <= x <= EAST[1] and NORTH[0] <= y <= NORTH[1]:
                return
    yield remark(kinds_kept.OUTSIDE_GRID, f"{NAME}.rd", found=point)


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _is_bool(value: Json) -> bool:
    return isinstance(value, bool)


def _is_object(value: Json) -> bool:
    return isinstance(value, dict)


def _are_texts(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_KINDS: Mapping[str, Mapping[str, Callable[[Json], bool]]] = MappingProxyType(
    {
        "service": {
            "region": _is_text,
            "code": _is_text,
            "planning": _is_object,
            "women_only": _is_bool,
            "with_children": _is_bool,
            "works_with": _are_texts,
            "wants_to_work_with": _are_texts,
            "fragility": _is_object,
            "verified_by": _is_text,
        },
        "organization": {"region": _is_text, "initiative": _is_bool},
        "location": {"district": _is_text},
    }
)
