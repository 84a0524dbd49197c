# SPDX-License-Identifier: EUPL-1.2
"""Is this how a date, a time, an address is written? One function per form; True is well."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from urllib.parse import urlsplit

from ruimbaan.core.directory.records.tables import Type
from ruimbaan.core.directory.validation import kinds_kept
from ruimbaan.core.directory.validation.finding import FindingKind

LONGEST_EMAIL = 254
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?")
_EMAIL = re.compile(r"[^@\s<>()\[\],;:\\\"]+@([A-Z0-9]([A-Z0-9-]*[A-Z0-9])?\.)+[A-Z0-9-]{2,}", re.I)
_NAME = re.compile(r"urn:[a-z0-9-]+:\S+", re.I)


def is_uuid(text: str) -> bool:
    return _UUID.fullmatch(text) is not None


def is_date(text: str) -> bool:
    return _DATE.fullmatch(text) is not None and _reads(date.fromisoformat, text)


def is_time(text: str) -> bool:
    return _TIME.fullmatch(text) is not None and _reads(time.fromisoformat, text)


def is_moment(text: str) -> bool:
    day, separator, hour = text.partition("T")
    return separator == "T" and is_date(day) and is_time(hour) and _reads(_moment, text)


def is_email(text: str) -> bool:
    return len(text) <= LONGEST_EMAIL and ".." not in text and _EMAIL.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """A whole address on the web, or a name that is one by agreement (urn:…)."""
    if _NAME.fullmatch(text):
        return True
    if any(char.isspace() for char in text):
        return False
    try:
        found = urlsplit(text)
        return found.scheme in ("http", "https") and bool(found.hostname)
    except ValueError:
        return False


FORMS: Mapping[Type, tuple[Callable[[str], bool], FindingKind]] = MappingProxyType(
    {
        Type.UUID: (is_uuid, kinds_kept.NO_UUID),
        Type.DATE: (is_date, kinds_kept.NO_DATE),
        Type.TIME: (is_time, kinds_kept.NO_TIME),
        Type.DATETIME: (is_moment, kinds_kept.NO_MOMENT),
        Type.EMAIL: (is_email, kinds_kept.NO_EMAIL),
        Type.URL: (is_address, kinds_kept.NO_ADDRESS),
    }
)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
