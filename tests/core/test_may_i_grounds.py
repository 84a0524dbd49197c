# SPDX-License-Identifier: EUPL-1.2
"""What a rule can be the ground of: no right without a hook that strong, no "just do it" against a rule."""

from __future__ import annotations

import pytest

from ruimbaan.core.discretion.may_i.grounds import bears, faults
from ruimbaan.core.discretion.may_i.kinds import Kind, Role
from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import CLASS_OF, Layer
from ruimbaan.core.rules.rule import Flexibility, Rule
from ruimbaan.core.rules.rulebook import Effect, Hook, HookStrength, RuleText


def rule(layer: Layer, strength: HookStrength, effect: Effect = Effect.GATE) -> RuleText:
    fixed = layer is Layer.HARD
    kept = Rule(
        "R01",
        Text("Een regel"),
        CLASS_OF[layer],
        Flexibility.NO if fixed else Flexibility.WAIVE,
        None if fixed else 1,
    )
    return RuleText(kept, "R01", layer, effect, hook=Hook(strength))


DUTY = rule(Layer.POLICY, HookStrength.DUTY)
MAY = rule(Layer.PROCEDURE, HookStrength.MAY)
HABIT = rule(Layer.HABIT, HookStrength.MAY)
OWED_HABIT = rule(Layer.HABIT, HookStrength.DUTY)
FIXED = rule(Layer.HARD, HookStrength.NONE)
TERM = rule(Layer.HARD, HookStrength.MAY, Effect.WAIT)


@pytest.mark.parametrize(
    ("kind", "borne_by"),
    [
        (Kind.RIGHT, (DUTY, OWED_HABIT)),
        (Kind.DUTY, (DUTY, OWED_HABIT, TERM)),
        (Kind.NO_RULE, (HABIT,)),
        (Kind.OWN_ROOM, (MAY, HABIT, FIXED, TERM)),
        (Kind.ASK, (MAY, HABIT, FIXED, TERM)),
        (Kind.LEGISLATOR, (FIXED, TERM)),
    ],
)
def test_a_kind_of_answer_needs_its_ground(kind: Kind, borne_by: tuple[RuleText, ...]):
    every = (DUTY, MAY, HABIT, OWED_HABIT, FIXED, TERM)

    assert tuple(one for one in every if bears(kind, one)) == borne_by


def test_where_the_rule_does_not_reach_one_may_just_do_it():
    assert bears(Kind.NO_RULE, FIXED, beside=True)
    assert not bears(Kind.RIGHT, FIXED, beside=True)


@pytest.mark.parametrize(
    ("kind", "rules", "versions", "wrong"),
    [
        (Kind.RIGHT, ("R01",), (DUTY,), 0),
        (Kind.RIGHT, ("R01",), (DUTY, MAY), len(Role)),
        (Kind.ASK, ("R01",), (), 1 + len(Role)),
        (Kind.ASK, (), (), len(Role)),
        (Kind.NO_RULE, (), (), 0),
    ],
)
def test_every_version_of_the_rule_must_bear_it(
    kind: Kind, rules: tuple[str, ...], versions: tuple[RuleText, ...], wrong: int
):
    situation = Situation("one", Text("Een"), rules, dict.fromkeys(Role, kind), Text("Zo"), {})

    assert len(list(faults(situation, versions))) == wrong


@pytest.mark.parametrize("role", Role)
def test_every_role_has_an_answer(role: Role):
    kinds = {one: Kind.NO_RULE for one in Role if one is not role}
    situation = Situation("one", Text("Een"), (), kinds, Text("Zo"), {})

    assert list(faults(situation, ())) == [f"one: no answer for {role}"]
