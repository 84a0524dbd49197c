# SPDX-License-Identifier: EUPL-1.2
"""Opening hours as people write them: `ma t/m vr 9.00 - 17.00 uur; za 10-12`."""

from __future__ import annotations

import re

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    "ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6,
    "mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6,
}  # fmt: skip
_DAY = (
    "(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"ma|di|wo|do|vr|za|zo|mon?|tue?|wed?|thu?|fri?|sat?|sun?)"
)
_TIME = r"(?:2[0-4]|[01]?\d)(?:[:.][0-5]\d)?(?!\d)"
_TO = r"\s*(?:-|–|tot en met|t/m|tm|tot|to|until)\s*"
_AND = r"\s*(?:,|en|and|&|\+)\s*"
_SPAN = rf"{_TIME}{_TO}{_TIME}(?:\s*uur)?"
_DAYS = rf"{_DAY}(?:(?:{_TO}|{_AND}){_DAY})*"
_PART = re.compile(rf"(?P<days>{_DAYS})\s*:?\s*(?P<spans>{_SPAN}(?:{_AND}{_SPAN})*)")
_EVERY_DAY = re.compile(r"\b(dagelijks|elke dag|every day|daily)\b")
LONGEST = 500  # characters; more is a story
Hours = tuple[tuple[str, str, str], ...]  # byday, opens_at, closes_at


def hours_of(text: str) -> Hours:
    """What is said; nothing when part of it cannot be read: half the hours would mislead."""
    if len(text) > LONGEST:
        return ()
    plain = _EVERY_DAY.sub("ma-zo", " ".join(text.casefold().split()))
    found = list(_PART.finditer(plain))
    left = _PART.sub("", plain).strip(" .;,|/")
    if not found or left.strip(" ;,.|/en"):
        return ()
    hours = []
    for part in found:
        days = _days(part["days"])
        for opens, closes in re.findall(rf"({_TIME}){_TO}({_TIME})", part["spans"]):
            hours.append((",".join(days), _time(opens), _time(closes)))
    return tuple(hours) if all(byday for byday, _, _ in hours) else ()


def _days(text: str) -> list[str]:
    """Nothing when a row of days runs backwards."""
    found: list[int] = []
    end = 0
    for name in re.finditer(_DAY, text):
        number = _NAMES[name[0][:2]]
        if found and re.fullmatch(_TO, text[end : name.start()]):
            if number < found[-1]:
                return []
            found += range(found[-1] + 1, number + 1)
        else:
            found.append(number)
        end = name.end()
    return [DAYS[number] for number in sorted(set(found))]


def _time(text: str) -> str:
    hour, _, minute = text.replace(".", ":").partition(":")
    return f"{int(hour) % 24:02}:{minute or '00'}"
