# SPDX-License-Identifier: EUPL-1.2
"""Cells as the directory has them: days, phone numbers, sites, languages, prices."""

from __future__ import annotations

import re
from datetime import date, timedelta

FIRST_DAY_OF_EXCEL = date(1899, 12, 30)  # day 0 of its calendar, with its leap year of 1900
DAYS_OF_EXCEL = range(36_526, 73_051)  # 2000 to 2099
_DAY = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4}|\d{2})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_TIME_AFTER = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2})?$")
_SPOILED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.I)
_FREE = re.compile(r"(gratis|kosteloos|geen( kosten)?|nee|free|none|€? ?0([.,]00)?)\W*", re.I)
_WITH = re.compile(r"[,;/&]|\ben\b|\band\b")


def day_of(text: str) -> str | None:
    """As ISO writes it; None when it is no day. A day comes before its month, as here."""
    bare = _TIME_AFTER.sub("", text)
    if bare.isascii() and bare.isdecimal() and len(bare) == 5 and int(bare) in DAYS_OF_EXCEL:
        return (FIRST_DAY_OF_EXCEL + timedelta(days=int(bare))).isoformat()
    found = _ISO.fullmatch(bare) or _DAY.fullmatch(bare)
    if found is None:
        return None
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    try:
        return date(year, int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def is_spoiled(number: str) -> bool:
    """A spreadsheet made a power of ten of it: the last digits are gone for good."""
    return _SPOILED.fullmatch(number) is not None


def with_zero(number: str) -> str:
    """A spreadsheet takes the first 0 of a number that stands by itself; nine digits are a Dutch
    number without it."""
    if number.isascii() and number.isdecimal() and len(number) == 9 and number[0] != "0":
        return f"0{number}"
    return number


def site_of(text: str) -> str:
    """With https:// when nothing stands before it and it looks like a site."""
    if "://" in text or " " in text or "." not in text or "@" in text:
        return text
    return f"https://{text}"


def languages_of(text: str) -> tuple[str, ...]:
    found = (one.strip() for one in _WITH.split(text))
    return tuple(dict.fromkeys(one for one in found if one))


def is_free(text: str) -> bool:
    return _FREE.fullmatch(text) is not None
