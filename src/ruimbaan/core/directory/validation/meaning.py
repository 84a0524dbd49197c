# SPDX-License-Identifier: EUPL-1.2
"""Checks of what the columns of one record say together. One function per table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from ruimbaan.core.directory.records.tables import DAYS
from ruimbaan.core.directory.validation import codes, kinds_kept, kinds_profile
from ruimbaan.core.directory.validation.finding import FindingKind
from ruimbaan.core.directory.validation.forms import is_date, is_time
from ruimbaan.core.directory.validation.remark import Remarks, Values, remark

OLDEST = 130  # years
NOON = "12:00"
TIMEZONES = (-12, 14)  # hours from UTC
DUTCH_LATITUDES, DUTCH_LONGITUDES = (50.0, 54.0), (3.0, 8.0)
_POSTAL_CODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}", re.I)
_THREE_LETTERS = re.compile(r"[a-z]{3}", re.I)
_DAY = re.compile(rf"[+-]?[0-9]{{0,2}}({'|'.join(DAYS)})")


def check_meaning(table: str, values: Values, today: date) -> Remarks:
    """`today` tells what lies in the future. `values` come from `read_values`."""
    if check := _CHECKS.get(table):
        yield from check(values)
    day = _text(values, "assured_date") if table == "service" else ""
    if is_date(day) and day > today.isoformat():
        yield remark(kinds_kept.IN_THE_FUTURE, "assured_date", found=day)


def _location(values: Values) -> Remarks:
    latitude, longitude = _number(values, "latitude"), _number(values, "longitude")
    if latitude is not None and not -90 <= latitude <= 90:
        yield remark(kinds_kept.LATITUDE, "latitude", found=latitude)
    if longitude is not None and not -180 <= longitude <= 180:
        yield remark(kinds_kept.LONGITUDE, "longitude", found=longitude)
    if ("latitude" in values) != ("longitude" in values):
        missing = "longitude" if "latitude" in values else "latitude"
        yield remark(kinds_kept.HALF_A_POINT, missing)
    if latitude is None or longitude is None:
        return
    if _lies(latitude, DUTCH_LONGITUDES) and _lies(longitude, DUTCH_LATITUDES):
        yield remark(kinds_kept.SWAPPED, "latitude", latitude=latitude, longitude=longitude)


def _schedule(values: Values) -> Remarks:
    yield from _period(values, "valid_from", "valid_to")
    yield from _period(values, "dtstart", "until")
    opens, closes = _text(values, "opens_at"), _text(values, "closes_at")
    if is_time(opens) and is_time(closes) and closes < opens:
        past_midnight = opens >= NOON >= closes
        if not past_midnight:
            yield remark(kinds_kept.CLOSES_BEFORE, "closes_at", opens=opens, closes=closes)
    zone = _number(values, "timezone")
    if zone is not None and not TIMEZONES[0] <= zone <= TIMEZONES[1]:
        yield remark(kinds_kept.TIMEZONE, "timezone", found=zone)
    for column in ("count", "interval"):
        found = _number(values, column)
        if found is not None and (found < 1 or found != int(found)):
            yield remark(kinds_profile.NOT_COUNTED, column, found=found)
    for day in _text(values, "byday").split(","):
        if day and not _DAY.fullmatch(day.strip()):
            yield remark(kinds_kept.WEEKDAY, "byday", found=day)


def _service(values: Values) -> Remarks:
    least, most = _number(values, "minimum_age"), _number(values, "maximum_age")
    for column, found in (("minimum_age", least), ("maximum_age", most)):
        if found is not None and not 0 <= found <= OLDEST:
            yield remark(kinds_kept.AGE, column, found=found)
    if least is not None and most is not None and least > most:
        yield remark(kinds_kept.AGES, "minimum_age", least=least, most=most)


def _cost_option(values: Values) -> Remarks:
    yield from _period(values, "valid_from", "valid_to")
    amount = _number(values, "amount")
    if amount is not None and amount < 0:
        yield remark(kinds_kept.NEGATIVE, "amount", found=amount)
    currency = _text(values, "currency")
    if currency and currency.upper() not in codes.CURRENCIES:
        yield remark(kinds_kept.CURRENCY, "currency", found=currency)


def _language(column: str) -> Callable[[Values], Remarks]:
    def check(values: Values) -> Remarks:
        """Three letters are ISO 639-3: seven thousand languages, too many to list here."""
        found = _text(values, column)
        first = found.replace("_", "-").split("-")[0]
        known = first.lower() in codes.LANGUAGES or _THREE_LETTERS.fullmatch(first)
        if found and not known:
            yield remark(kinds_kept.LANGUAGE, column, found=found)

    return check


def _phone(values: Values) -> Remarks:
    number = _text(values, "number")
    if number and not any(char.isdigit() for char in number):
        yield remark(kinds_kept.NO_DIGITS, "number", found=number)


def _address(values: Values) -> Remarks:
    country = _text(values, "country")
    if country and country not in codes.COUNTRIES:
        yield remark(kinds_kept.COUNTRY, "country", found=country)
    postal = _text(values, "postal_code")
    if country == "NL" and postal and not _POSTAL_CODE.fullmatch(postal.strip()):
        yield remark(kinds_kept.POSTAL_CODE, "postal_code", found=postal)


def _period(values: Values, first: str, last: str) -> Remarks:
    begin, until = _text(values, first), _text(values, last)
    if is_date(begin) and is_date(until) and until < begin:
        kind: FindingKind = kinds_kept.ENDS_BEFORE
        yield remark(kind, last, begin=begin, until=until)


_CHECKS: Mapping[str, Callable[[Values], Remarks]] = MappingProxyType(
    {
        "location": _location,
        "schedule": _schedule,
        "service": _service,
        "cost_option": _cost_option,
        "language": _language("code"),
        "taxonomy_term": _language("language"),
        "meta_table_description": _language("language"),
        "phone": _phone,
        "address": _address,
    }
)


def _text(values: Values, column: str) -> str:
    found = values.get(column)
    return found if isinstance(found, str) else ""


def _number(values: Values, column: str) -> int | float | None:
    found = values.get(column)
    return found if isinstance(found, int | float) and not isinstance(found, bool) else None


def _lies(number: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= number <= bounds[1]
