# SPDX-License-Identifier: EUPL-1.2
"""How far the real waits of one place lie apart: from two known quantiles to any wait.

A wait, with the day of applying itself counted along, is lognormal: never below nothing, and far
more often much longer than much shorter, as waits are (Limpert, Stahel and Abbt, "Log-normal
distributions across the sciences", 2001). Two quantiles fix it: with N a standard normal number,
wait + 1 = (p50 + 1) * ((p90 + 1) / (p50 + 1)) ** (N / 1.2816). Rounded up to whole days, exactly
half of the waits is at most p50 and nine in ten are at most p90, whatever the two are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, exp, log
from statistics import NormalDist

from ruimbaan.core.directory.service import Service, Wait
from ruimbaan.core.rules.rule import Rule, RuleClass

Z_10 = NormalDist().inv_cdf(0.1)
Z_90 = NormalDist().inv_cdf(0.9)
# Nothing is known of the longest and the shortest one in a hundred: they count as the one beside it.
Z_MOST = NormalDist().inv_cdf(0.99)
A_HAIR = 1e-9  # days; what rounding of numbers may leave above a whole day


class Known(StrEnum):
    """What is known of a wait."""

    SPREAD = "spread"  # half of the people wait no longer than p50, nine in ten no longer than p90
    TERM = "term"  # one number, and the law says that it may not be longer: it stays that number
    ONE_NUMBER = "one-number"  # one number, and nobody says how far waits lie apart
    NONE = "none"  # one can walk in
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Spread:
    """In days. `as_of`: when it was looked up; `source`: where."""

    p50: int
    p90: int
    as_of: date | None = None
    source: str = ""

    def days(self, normal: float) -> int:
        """The wait of somebody this far from the middle, in standard deviations."""
        middle = log(self.p50 + 1)
        deviation = (log(self.p90 + 1) - middle) / Z_90
        far = min(max(normal, -Z_MOST), Z_MOST)
        return max(0, ceil(exp(middle + deviation * far) - 1 - A_HAIR))

    @property
    def quick(self) -> int:
        """One in ten waits no longer than this."""
        return self.days(Z_10)


@dataclass(frozen=True, slots=True)
class Apart:
    """How far the waits for a kind of support lay apart in a region: one more than the wait that nine in
    ten stay below, over one more than the middle one."""

    ratio: float
    as_of: date


def widened(service: Service, rule: Rule | None, apart: Apart | None, source: str) -> Service:
    """The service with the spread of its kind where the place itself gives one number only: the middle
    stays what the place says. `source` is added to where the number was found, and the older of the two
    days counts."""
    if apart is None or known_of(service, rule) is not Known.ONE_NUMBER:
        return service
    wait, days = service.wait, service.wait.days or 0
    most = ceil((days + 1) * apart.ratio - 1 - A_HAIR)
    found = "; ".join(filter(None, (wait.source, source)))
    day = min(filter(None, (wait.as_of, apart.as_of)))
    return replace(service, wait=replace(wait, p90=most, as_of=day, source=found))


def spread_of(wait: Wait) -> Spread | None:
    """None when the wait is one number. The middle is the number that plans count with, when no
    other is given."""
    p50 = wait.days if wait.p50 is None else wait.p50
    if wait.days is None or p50 is None or wait.p90 is None or wait.p90 <= p50:
        return None
    return Spread(p50, wait.p90, wait.as_of, wait.source)


def known_of(service: Service, rule: Rule | None) -> Known:
    """`rule`: the rule that makes people wait here, if there is one."""
    if service.wait.days is None:
        return Known.UNKNOWN
    if spread_of(service.wait) is not None:
        return Known.SPREAD
    if not service.wait.days:
        return Known.NONE
    return Known.TERM if rule and rule.rule_class is RuleClass.LAW else Known.ONE_NUMBER
