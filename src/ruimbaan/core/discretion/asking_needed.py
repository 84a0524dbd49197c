# SPDX-License-Identifier: EUPL-1.2
"""Whether there is anything to ask: within one's own room nothing is asked and no form appears."""

from __future__ import annotations

from ruimbaan.core.discretion.may_i.grounds import bears
from ruimbaan.core.discretion.may_i.kinds import Kind
from ruimbaan.core.rules.rulebook import RuleText


def way_of(rule: RuleText) -> Kind:
    """For who works: what is owed already, what is no rule at all, what nobody here can change; and
    only then ASK. What a rule owes somebody goes before where it comes from."""
    for kind in (Kind.RIGHT, Kind.NO_RULE, Kind.LEGISLATOR):
        if bears(kind, rule):
            return kind
    return Kind.ASK
