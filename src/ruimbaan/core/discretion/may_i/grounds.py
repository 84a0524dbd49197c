# SPDX-License-Identifier: EUPL-1.2
"""Does the rulebook bear what a situation promises? Nothing is promised that no rule says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ruimbaan.core.discretion.may_i.kinds import Kind, Role
from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.core.rules.layers import Layer
from ruimbaan.core.rules.remedy import Remedy, remedy_of
from ruimbaan.core.rules.rulebook import Effect, HookStrength, RuleText

STRONG = frozenset({HookStrength.DUTY, HookStrength.RIGHT})


def faults(situation: Situation, rules: Iterable[RuleText]) -> Iterator[str]:
    """What is wrong with it; `rules` are all versions of the rule that decides."""
    known = tuple(rules)
    if situation.rules and not known:
        yield f"{situation.id}: there is no rule {situation.rules[0]}"
    for role in Role:
        kind = situation.kinds.get(role)
        if kind is None:
            yield f"{situation.id}: no answer for {role}"
        elif not all(bears(kind, rule, beside=situation.beside) for rule in known):
            yield f"{situation.id}: {situation.rules[0]} does not bear {kind}"
        elif not known and kind is not Kind.NO_RULE:
            yield f"{situation.id}: without a rule there is nothing but doing it"


def bears(kind: Kind, rule: RuleText, *, beside: bool = False) -> bool:
    """Whether this rule can be the ground of this kind of answer."""
    owed = rule.hook.strength in STRONG
    match kind:
        case Kind.RIGHT:
            return owed
        case Kind.DUTY:
            return owed or is_term_in_law(rule)
        case Kind.NO_RULE:
            return beside or (rule.layer is Layer.HABIT and not owed)
        case Kind.LEGISLATOR:
            return not rule.rule.may_bend
        case Kind.OWN_ROOM | Kind.ASK:
            return beside or not owed


def is_term_in_law(rule: RuleText) -> bool:
    """Within it the authority must have done it."""
    return rule.layer is Layer.HARD and rule.effect is Effect.WAIT


def remedy(situation: Situation, rule: RuleText) -> Remedy:
    """What is open against a no; nothing where the person decides, because nobody else says no."""
    if situation.kinds[Role.PERSON] is Kind.OWN_ROOM:
        return Remedy.NONE
    return remedy_of(rule)
