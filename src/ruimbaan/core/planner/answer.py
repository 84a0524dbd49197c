# SPDX-License-Identifier: EUPL-1.2
"""What the planner answers: plans, findings and the ladder. All immutable, all days from day 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ruimbaan.core.rules.rule import LadderStep


@dataclass(frozen=True, slots=True)
class NeedMet:
    """One need of a step and what met it: a service, the own situation (None), or a bent rule."""

    fact: str
    rule: str | None = None
    holds: bool = True
    bent: bool = False
    by_service: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One service in a plan. `earliest` and `latest` are application days: the first possible
    one, and the last one that keeps every goal in time (or as early as it is, when already late).
    `end` equals `start` for a service without length that is begun once; `times` counts
    applications day after day, and `end` is then the day after the last."""

    service: str
    apply: int
    start: int
    end: int
    earliest: int
    latest: int
    times: int = 1
    actor: str = ""
    needs: tuple[NeedMet, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def wait(self) -> int:
        """Days between application and start."""
        return self.start - self.apply

    @property
    def slack(self) -> int:
        """Days this step can slip before a goal suffers."""
        return self.latest - self.apply


@dataclass(frozen=True, slots=True)
class PlanLoss:
    """What a step takes away, on the days [from_day, until), and the rule that takes it."""

    fact: str
    service: str
    from_day: int
    until: int
    rule: str | None = None
    hurts: tuple[str, ...] = ()  # goals that do not arrive on time because of this loss


class ClashKind(StrEnum):
    """Why two steps, or two appointments, do not go together."""

    LOSS = "loss"  # receiving one thing takes something away that is needed
    APART = "apart"  # two services that are not received on the same day
    TOO_MUCH = "too-much"  # more appointments in a week than the person can manage


@dataclass(frozen=True, slots=True)
class Clash:
    """What kept a quicker plan from coming true, around `day`. LOSS: the one service takes `fact`.
    APART: the two services do not go together. TOO_MUCH: these services in one week, of which
    something does not fit within the `most` appointments. `rule` can be bent to undo it."""

    kind: ClashKind
    day: int
    services: tuple[str, ...]
    fact: str | None = None
    rule: str | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One link of a critical path: `fact` came true on `day` through `service` (None: own
    situation); the application waited for `waited_for`. `rules` stand on this link."""

    fact: str
    day: int
    service: str | None = None
    apply: int | None = None
    waited_for: str | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSlack:
    """What one unbent rule costs on its own: weighted days won if it alone were bent as well,
    and how many days its step could slip before a goal suffers (None: not in the plan)."""

    rule: str
    days_won: int
    slack: int | None = None


@dataclass(frozen=True, slots=True)
class Bend:
    """One bent rule of a plan: weighted days lost when it alone is left out, and per goal the
    arrival without it (None: not within the horizon). Never zero: plans are irreducible."""

    rule: str
    days_won: int
    without: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the front in short. `asks` orders and is never shown to people; `gap` is that of
    the plan."""

    flexed: tuple[str, ...]
    lateness: int
    asks: int
    uncovered: int
    arrivals: Mapping[str, int | None]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """One point of the front. `asks` orders plans and is never shown to people. `clashes`: what a
    quicker plan ran into, and this one goes round. `gap`: nobody can have fewer weighted days late
    than `lateness - gap` with these rules bent; 0 is proven best."""

    world_digest: str
    as_of: date
    flexed: tuple[str, ...]
    lateness: int
    asks: int
    uncovered: int
    arrivals: Mapping[str, int | None]
    steps: tuple[Step, ...] = ()
    losses: tuple[PlanLoss, ...] = ()
    bends: tuple[Bend, ...] = ()
    critical: Mapping[str, tuple[Leg, ...]] | None = None
    rule_slack: tuple[RuleSlack, ...] = ()
    clashes: tuple[Clash, ...] = ()
    gap: int = 0


class FindingKind(StrEnum):
    """Why a goal is not reached in practice."""

    DEADLOCK = "deadlock"  # rules wait for each other
    NOBODY_OFFERS = "nobody-offers"  # no service gives it
    REFUSED = "refused"  # it exists, yet the person does not meet a condition that a rule asks
    BEYOND_HORIZON = "beyond-horizon"  # only the horizon blocks
    NEVER_TOGETHER = "never-together"  # each condition is possible, never on the same day
    NOT_AT_ONCE = (
        "not-at-once"  # reached alone or with nothing lost, not beside what else is wanted
    )
    DATA_MISSING = "data-missing"  # an unknown wait or an unanswered question decides


@dataclass(frozen=True, slots=True)
class Block:
    """`fact` is not to be had through `service` because `waits_for` does not hold; `rule` asks it.
    `holds=False`: it is in the way that `waits_for` is true. A fact that nobody gives has no
    service and waits for nothing."""

    fact: str
    service: str | None = None
    waits_for: str | None = None
    rule: str | None = None
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """Why `goal` is not reached without bending anything.

    `facts`: a smallest self-blocking set (every way to each of them needs another one of them, or
    nobody gives it); `cycle` is that set folded to one shortest circle, if there is one, and
    `blocks` has every blocked way. `cut`: the rules that cost least to open it, None when none do or when data is missing.
    `missing`: facts nobody gives, or services and facts of which data is missing. `clashes`: what
    does not go together, for a goal that is only not reached beside the rest of the plan."""

    goal: str
    kind: FindingKind
    facts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    cycle: tuple[Block, ...] = ()
    missing: tuple[str, ...] = ()
    cut: tuple[str, ...] | None = None
    proven_smallest: bool = True
    clashes: tuple[Clash, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules on the circle, or on all blocked ways when there is none; each once."""
        found = (block.rule for block in (self.cycle or self.blocks))
        return tuple(dict.fromkeys(rule for rule in found if rule))


@dataclass(frozen=True, slots=True)
class Rung:
    """What is possible with everything up to and including this step of the ladder, and the
    cheapest set of rules that reaches it. `days_won` counts from the rung before."""

    step: LadderStep
    flexed: tuple[str, ...]
    lateness: int
    days_won: int
    arrivals: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Answer:
    """`front[0]` is practice: nothing bent. `complete` is False when the search was cut short."""

    world_digest: str
    as_of: date
    horizon: int
    front: tuple[Plan, ...]
    findings: tuple[Finding, ...] = ()
    ladder: tuple[Rung, ...] = ()
    complete: bool = True

    @property
    def gap(self) -> int:
        """The widest gap of all plans; 0 when each is proven best."""
        return max((plan.gap for plan in self.front), default=0)

    @property
    def practice(self) -> Plan:
        return self.front[0]

    @property
    def deadlock(self) -> Finding | None:
        """The deadlock around what is needed first, or None."""
        return next((f for f in self.findings if f.kind is FindingKind.DEADLOCK), None)
