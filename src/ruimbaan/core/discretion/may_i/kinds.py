# SPDX-License-Identifier: EUPL-1.2
"""Who asks, which kind of answer there is, and how one accounts for it: plain values.

Asking for room, noting a use and agreements between organisations build on the same three.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ruimbaan.core.rules.layers import Layer


class Role(StrEnum):
    """Who asks; nobody has to say so."""

    PERSON = "person"
    CLOSE_ONE = "close-one"
    WORKER = "worker"
    MANAGER = "manager"


class Kind(StrEnum):
    """What is answered, in this order: what is owed already, or never was a rule, goes before room."""

    RIGHT = "right"  # the person can demand it
    DUTY = "duty"  # the other side must
    NO_RULE = "no-rule"  # nothing we know stands against it: do it, and tell a colleague
    OWN_ROOM = "own-room"  # who asks may decide it
    ASK = "ask"  # somebody else may say yes
    LEGISLATOR = "legislator"  # nobody here can: start earlier, or another way in


OWED = frozenset({Kind.RIGHT, Kind.DUTY})
NEEDS_NO_YES = OWED | {Kind.NO_RULE}


class Accounting(StrEnum):
    """The least that is enough; more is never asked."""

    DECISION = "decision"  # a decision with reasons, naming the article
    EMAIL = "e-mail"  # reason, sum and end date
    TEAM = "team"  # a word in the team
    NOTHING = "nothing"  # tell a colleague, because it is good to know


ACCOUNTING: Mapping[Layer, Accounting] = {
    Layer.HARD: Accounting.DECISION,
    Layer.DEROGABLE: Accounting.DECISION,
    Layer.OPEN_NORM: Accounting.DECISION,
    Layer.HOOK: Accounting.DECISION,
    Layer.ORDINANCE: Accounting.DECISION,
    Layer.POLICY: Accounting.DECISION,
    Layer.CONTRACT: Accounting.EMAIL,
    Layer.PROCEDURE: Accounting.TEAM,
    Layer.HABIT: Accounting.NOTHING,
}


def accounting_for(kind: Kind, layer: Layer | None) -> Accounting:
    """What no rule stands against, needs no accounting; nor does what only the legislator can."""
    if layer is None or kind in (Kind.NO_RULE, Kind.LEGISLATOR):
        return Accounting.NOTHING
    return ACCOUNTING[layer]
