# SPDX-License-Identifier: EUPL-1.2
"""A service or initiative as the planner reads it. All lengths are in days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text


class Anchor(StrEnum):
    """The day on which a need is looked at."""

    APPLICATION = "application"
    START = "start"


@dataclass(frozen=True, slots=True)
class Condition:
    """One fact that must hold (or, with `holds=False`, must not hold) on the anchor day,
    on some day of the last `within` days, or on all of the last `for_at_least` days."""

    fact: str
    rule: str | None = None
    within: int | None = None
    for_at_least: int | None = None
    at: Anchor = Anchor.APPLICATION
    holds: bool = True


@dataclass(frozen=True, slots=True)
class AnyOf:
    options: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Need, ...]


Need = Condition | AnyOf | AllOf


@dataclass(frozen=True, slots=True)
class Wait:
    """From application to start. `days` is None when nobody knows it (yet): data is missing.
    Plans count with `days`; `p50` and `p90` (days) say how far real waits lie apart."""

    days: int | None = 0
    rule: str | None = None
    shorten_to: int | None = None
    note: str = ""
    p50: int | None = None
    p90: int | None = None
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Gift:
    """A fact the service gives: from its end, for ever or `valid` days (`longer` when the rule
    is bent), or while it is received."""

    fact: str
    valid: int | None = None
    longer: int | None = None
    while_receiving: bool = False
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """A fact that does not hold while the service is received (from `after` days on),
    unless the rule is bent: room to leave undone."""

    fact: str
    rule: str | None = None
    after: int = 0


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Another service that is not received on the same day, unless the rule is bent. It works both
    ways, whichever of the two says it."""

    service: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Burden:
    """Appointments a week, while one waits for the service and while one receives it. When nobody
    says anything: one a week while it is received, none while one waits."""

    waiting: int = 0
    receiving: int = 1


class Weekday(StrEnum):
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


@dataclass(frozen=True, slots=True)
class Opening:
    """Days on which one can apply: these weekdays, or every so many days from a first day.
    Bending the rule opens every day."""

    weekdays: tuple[Weekday, ...] = ()
    every: int | None = None
    first: int = 0
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Service:
    id: str
    label: Text
    provider: str = ""
    frame: str = ""
    needs: tuple[Need, ...] = ()
    wait: Wait = Wait()
    lasts: int = 0
    gives: tuple[Gift, ...] = ()
    takes: tuple[Loss, ...] = ()
    excludes: tuple[Exclusion, ...] = ()
    burden: Burden = Burden()
    opens: Opening | None = None
    is_support: bool = False
    domain: str = ""
    gate: str = ""
    catchment: str = ""
    capacity: int | None = None
    initiative: bool = False
    type: int | None = None
    note: str = ""
    bring: Text = field(default=Text(""))
