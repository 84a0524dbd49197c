# SPDX-License-Identifier: EUPL-1.2
"""RFC 5545 read a second time, slowly and plainly: lines, names, parameters and the order of things.

It knows no library: whoever else reads our calendars has only the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NAME = re.compile(r"[A-Za-z0-9-]+")
QUOTED, PLAIN = r'"[^"\x00-\x08\x0a-\x1f\x7f]*"', r'[^";:,\x00-\x08\x0a-\x1f\x7f]*'
PARAMETER = re.compile(rf";([A-Za-z0-9-]+)=((?:{QUOTED}|{PLAIN})(?:,(?:{QUOTED}|{PLAIN}))*)")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LONGEST = 75  # octets, without the line break (section 3.1)
ONCE = {  # what a component must have exactly once (sections 3.6, 3.6.1, 3.6.5)
    "VCALENDAR": ("PRODID", "VERSION"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETTO", "TZOFFSETFROM"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETTO", "TZOFFSETFROM"),
}
INSIDE = {  # what may stand in what
    "": {"VCALENDAR"},
    "VCALENDAR": {"VEVENT", "VTIMEZONE"},
    "VTIMEZONE": {"STANDARD", "DAYLIGHT"},
}


@dataclass
class Component:
    name: str
    lines: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def count(self, name: str) -> int:
        return sum(1 for found, _, _ in self.lines if found == name)


def faults(raw: bytes) -> list[str]:
    """What is not as the standard says; empty when all of it is."""
    found = [f"line of {len(line)} octets" for line in raw.split(b"\r\n") if len(line) > LONGEST]
    if not raw.endswith(b"\r\n"):
        found.append("no line break at the end")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        found.append("half a line break")
    root = Component("")
    open_ones = [root]
    for line in unfolded(raw.decode("utf-8")):
        found += _take(line, open_ones)
    if len(open_ones) > 1:
        found.append(f"{open_ones[-1].name} has no end")
    return found + [fault for one in root.inside for fault in _whole(one)]


def unfolded(text: str) -> list[str]:
    """A line that begins with a blank goes on from the one before it (section 3.1)."""
    return re.sub(r"\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n")


def _take(line: str, open_ones: list[Component]) -> list[str]:
    name = NAME.match(line)
    if name is None:
        return [f"no name: {line[:20]!r}"]
    rest = line[name.end() :]
    parameters = {}
    while parameter := PARAMETER.match(rest):
        parameters[parameter[1].upper()] = parameter[2]
        rest = rest[parameter.end() :]
    if not rest.startswith(":"):
        return [f"no value: {line[:20]!r}"]
    value = rest[1:]
    if CONTROL.search(value):
        return [f"a control sign in {name[0]}"]
    return _place(name[0].upper(), parameters, value, open_ones)


def _place(
    name: str, parameters: dict[str, str], value: str, open_ones: list[Component]
) -> list[str]:
    here = open_ones[-1]
    if name == "BEGIN":
        made = Component(value.upper())
        here.inside.append(made)
        open_ones.append(made)
        allowed = made.name in INSIDE.get(here.name, set())
        return [] if allowed else [f"{made.name} inside {here.name or 'nothing'}"]
    if name == "END":
        if value.upper() != here.name:
            return [f"{value} ends {here.name}"]
        open_ones.pop()
        return []
    here.lines.append((name, parameters, value))
    return []


def _whole(one: Component) -> list[str]:
    found = [
        f"{one.name} has {name} {one.count(name)} times"
        for name in ONCE.get(one.name, ())
        if one.count(name) != 1
    ]
    return found + [fault for inner in one.inside for fault in _whole(inner)]
