# SPDX-License-Identifier: EUPL-1.2
"""The words on a metro map, in both languages, and how a wait is said."""

from __future__ import annotations

from ruimbaan.core.directory.metro.network import Network, Ring, Station
from ruimbaan.core.kernel.texts import Language, Text

CHANGE_HERE = Text("overstappen kan hier", "change here")
NO_CONNECTION = Text("geen aansluiting", "no connection")
WALKS_ALONG = Text("iemand loopt mee", "someone walks along")
ROOM_HERE = Text("hier helpt vrije ruimte", "room to move helps here")
DEADLOCK = Text("wacht op elkaar", "wait for each other")
REACHED = Text("doel bereikt", "goal reached")
WAIT = Text("zo lang wachten", "this long a wait")
WALK_IN = Text("Inloop", "Walk in")
UNKNOWN = Text("niet bekend", "not known")
NO_WAIT = Text("geen", "none")

FEWEST_SHOWN = 10  # below this a number of people's cases is not shown
LONG_WAIT = 84  # days
_WEEK, _MONTH = 7, 30.4
_WEEKS_FROM, _MONTHS_FROM = 14, 182


def wait_words(days: int | None, language: Language) -> str:
    """As in "5 dagen", "9 weken" or "8 maanden"; empty when there is none or nobody knows it."""
    if not days:
        return ""
    if days == _WEEK:
        return _counted(1, Text("week", "week"), Text("weken", "weeks"), language)
    if days < _WEEKS_FROM:
        return _counted(days, Text("dag", "day"), Text("dagen", "days"), language)
    if days < _MONTHS_FROM:
        weeks = round(days / _WEEK)
        return _counted(weeks, Text("week", "week"), Text("weken", "weeks"), language)
    months = round(days / _MONTH)
    return _counted(months, Text("maand", "month"), Text("maanden", "months"), language)


def _counted(count: int, one: Text, more: Text, language: Language) -> str:
    return f"{count} {(one if count == 1 else more).in_language(language)}"


def pill_words(station: Station, language: Language) -> str:
    """What the pill under a name says: a number of places, that one just walks in, or the wait."""
    if station.count:
        return _counted(station.count, Text("plek", "place"), Text("plekken", "places"), language)
    if station.walk_in:
        return WALK_IN.in_language(language)
    return wait_words(station.wait, language)


def who_words(station: Station, language: Language) -> str:
    """The organisation, and that it offers this in more than one form."""
    if len(station.forms) < 2 or station.count:
        return station.provider
    forms = Text(f"{len(station.forms)} vormen", f"{len(station.forms)} forms")
    return f"{station.provider} · {forms.in_language(language)}"


def times_words(ring: Ring) -> str:
    """How often room was given here; few times are not counted out."""
    if ring.times is None:
        return ""
    return f"{ring.times}×" if ring.times >= FEWEST_SHOWN else f"< {FEWEST_SHOWN}×"


def line_names(network: Network, station: Station, language: Language) -> str:
    names = (network.line_by_id[code].name for code in station.lines if code in network.line_by_id)
    return ", ".join(name.in_language(language) for name in names)


def wait_story(station: Station, language: Language) -> str:
    """The wait in full, also when there is none or nobody knows it."""
    if station.wait is None:
        return UNKNOWN.in_language(language)
    return wait_words(station.wait, language) or NO_WAIT.in_language(language)


def station_story(network: Network, station: Station, language: Language) -> str:
    """Everything about a station in one line, for whoever points at it."""
    wait = Text("Wachten", "Wait").in_language(language)
    parts = [station.name.in_language(language), station.provider]
    parts += [line_names(network, station, language)]
    if not station.count:
        parts.append(f"{wait}: {wait_story(station, language)}")
    ring = network.ring_at.get(station.id)
    if ring:
        rules = ", ".join(rule.in_language(language) for rule in ring.rules)
        parts.append(f"{ROOM_HERE.in_language(language)}: {rules}")
    return "; ".join(part for part in parts if part)
