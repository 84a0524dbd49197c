# SPDX-License-Identifier: EUPL-1.2
"""When changing a rule is said to help, when not, and when nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.advice.changes import Kind, kind_for, proposal_for, who_decides
from ruimbaan.core.advice.evidence import WEEKS, Evidence, evidence_of
from ruimbaan.core.advice.figures_said import said_of
from ruimbaan.core.advice.judging import Reason, Verdict, judge
from ruimbaan.core.advice.known import Gain, Known, Reported
from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.room import RoomEffect
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import Layer
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule, RuleClass
from ruimbaan.core.rules.rulebook import Effect as RuleEffect
from ruimbaan.core.rules.rulebook import Hook, HookStrength, RuleText

DAY = date(2026, 11, 2)
POLICY = RuleText(
    rule=Rule("X1-W", Text("Eerst drie papieren", "Three papers first"), RuleClass.POLICY, asks=8),
    number="X1",
    layer=Layer.POLICY,
    effect=RuleEffect.GATE,
    frictions=("F04",),
    owner="waalstad",
)
AGAINST = replace(POLICY, rule=replace(POLICY.rule, conflicts_with="R27", asks=0))
SAID = {"F04": Reported(60, 40)}
SOONER = RoomEffect(2.0, 1.3, 3.1, 40, 90, DAY)
UNCLEAR = RoomEffect(1.1, 0.8, 1.5, 40, 90, DAY)
LATER = RoomEffect(0.5, 0.3, 0.8, 40, 90, DAY)
WINS, NOBODY = Gain(1000, 120, 900, "d", DAY), Gain(1000, 0, 0, "d", DAY)
FIXED = replace(POLICY, rule=replace(POLICY.rule, flexible=Flexibility.NO, step=LadderStep.CHANGE))
TERM = replace(FIXED, layer=Layer.ORDINANCE, rule=replace(FIXED.rule, role="wait"))
FAVOUR = replace(FIXED, rule=replace(FIXED.rule, role="favour"))
FEW, TOGETHER = Gain(1000, 9, 400, "d", DAY), Gain(1000, 0, 0, "d", DAY, "H05-W", 700)


@pytest.mark.parametrize(
    ("rule", "evidence", "verdict", "reasons"),
    [
        (POLICY, Evidence(), Verdict.TOO_LITTLE, [Reason.NOTHING_KNOWN]),
        (POLICY, Evidence(reported=SAID), Verdict.HELPS, [Reason.SAID_OFTEN]),
        (
            POLICY,
            Evidence(reported={"F04": Reported(60, 0)}),
            Verdict.TOO_LITTLE,
            [Reason.NOTHING_KNOWN],
        ),
        (POLICY, Evidence(effects={"25": SOONER}), Verdict.HELPS, [Reason.SOONER_WITH_ROOM]),
        (POLICY, Evidence(effects={"25": UNCLEAR}), Verdict.NO_HELP, [Reason.EFFECT_UNCLEAR]),
        (POLICY, Evidence(effects={"25": LATER}), Verdict.NO_HELP, [Reason.LATER_WITH_ROOM]),
        (
            POLICY,
            Evidence(reported=SAID, gain=NOBODY),
            Verdict.NO_HELP,
            [Reason.NOBODY_REACHED],
        ),
        (POLICY, Evidence(reported=SAID, gain=FEW), Verdict.NO_HELP, [Reason.NOBODY_REACHED]),
        (
            POLICY,
            Evidence(gain=TOGETHER),
            Verdict.NO_HELP,
            [Reason.NOBODY_REACHED, Reason.ONLY_TOGETHER],
        ),
        (
            POLICY,
            Evidence(gain=WINS, effects={"25": UNCLEAR}),
            Verdict.HELPS,
            [Reason.WINS_DAYS],
        ),
        (
            AGAINST,
            Evidence(reported=SAID, effects={"25": UNCLEAR}, gain=NOBODY),
            Verdict.HELPS,
            [Reason.HIGHER_RULE, Reason.SAID_OFTEN],
        ),
        (AGAINST, Evidence(), Verdict.TOO_LITTLE, [Reason.NOTHING_KNOWN]),
        (
            replace(POLICY, layer=Layer.HARD),
            Evidence(reported=SAID, gain=WINS),
            Verdict.NOT_HERE,
            [Reason.HIGHER_FIXES],
        ),
        (
            replace(POLICY, rule=replace(POLICY.rule, flexible=Flexibility.NO)),
            Evidence(reported=SAID),
            Verdict.NO_HELP,
            [Reason.HELPS_ALREADY],
        ),
        (FIXED, Evidence(gain=WINS), Verdict.HELPS, [Reason.WINS_DAYS]),
        (TERM, Evidence(gain=WINS), Verdict.HELPS, [Reason.WINS_DAYS]),
        (TERM, Evidence(gain=NOBODY), Verdict.NO_HELP, [Reason.NOBODY_REACHED]),
        (TERM, Evidence(), Verdict.TOO_LITTLE, [Reason.NOTHING_KNOWN]),
        (FAVOUR, Evidence(gain=NOBODY), Verdict.NO_HELP, [Reason.HELPS_ALREADY]),
        (FAVOUR, Evidence(reported=SAID), Verdict.NO_HELP, [Reason.HELPS_ALREADY]),
    ],
)
def test_what_is_said_of_a_change(rule: RuleText, evidence: Evidence, verdict, reasons):
    found = judge(rule, evidence)

    assert found.verdict is verdict
    assert list(found.reasons) == reasons


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        (AGAINST, Kind.FOLLOW_HIGHER),
        (POLICY, Kind.DROP),
        (replace(POLICY, effect=RuleEffect.WAIT), Kind.SHORTEN),
        (
            replace(POLICY, rule=replace(POLICY.rule, flexible=Flexibility.SHORTEN)),
            Kind.SHORTEN,
        ),
        (
            replace(POLICY, rule=replace(POLICY.rule, step=LadderStep.START_EARLIER)),
            Kind.SHORTEN,
        ),
        (
            replace(POLICY, rule=replace(POLICY.rule, step=LadderStep.OTHER_GATE)),
            Kind.SECOND_GATE,
        ),
    ],
)
def test_the_kind_of_change_follows_from_the_rule(rule: RuleText, kind: Kind):
    assert kind_for(rule) is kind


def test_a_draft_is_made_of_words_of_the_rulebook():
    hook = Hook(
        HookStrength.DUTY, "Wet X", Text("De gemeente doet het zelf.", "It does it itself.")
    )
    higher = replace(POLICY, number="R27", layer=Layer.HARD, rule=replace(POLICY.rule, id="R27"))

    found = proposal_for(replace(AGAINST, hook=hook), higher)

    assert found.text.nl.startswith("De eis “Eerst drie papieren” vervalt.")
    assert found.text.nl.endswith("De gemeente doet het zelf.")
    assert "R27" in found.text.nl
    assert found.text.en.endswith("It does it itself.")


def test_whoever_made_a_rule_changes_it():
    said = [who_decides(replace(POLICY, layer=layer)).nl for layer in Layer]

    assert said[:4] == ["de wetgever in Den Haag"] * 4
    assert said[4] == "de gemeenteraad"
    assert len(set(said)) == 6


def weeks(cells: dict[tuple[str, str], int | None]) -> Release:
    told: dict[tuple[str, ...], int | None] = {
        (kind, loop, "*"): count for (kind, loop), count in cells.items()
    }
    return Release(WEEKS, DAY, 10, "handoffs-x", ("naar", "loop", "gevraagd"), told, "")


def test_a_hidden_step_gives_no_share():
    counts: dict[tuple[str, str], int | None] = {("*", "*"): 500, ("25", "*"): 100}
    counts |= {("*", one): 80 for one in ("w01", "w03", "w06")}
    counts |= {("25", "w01"): 20, ("25", "w03"): None, ("25", "w06"): 20, ("25", "niet"): 9}

    (asked,) = evidence_of(POLICY, ["25"], Known({WEEKS: weeks(counts)})).asked

    assert (asked.times, asked.soon, asked.others, asked.not_met) == (100, None, None, None)


def test_others_are_everybody_without_these():
    counts: dict[tuple[str, str], int | None] = {("*", "*"): 500, ("25", "*"): 100}
    counts |= {("*", one): 100 for one in ("w01", "w03", "w06")}
    counts |= {("25", one): 10 for one in ("w01", "w03", "w06")}

    (asked,) = evidence_of(POLICY, ["25"], Known({WEEKS: weeks(counts)})).asked

    assert asked.soon is not None
    assert asked.others is not None
    assert (asked.soon.value, asked.soon.count) == (0.3, 100)
    assert (asked.others.value, asked.others.count) == (270 / 400, 400)
    assert asked.is_slower


few = st.integers(0, 40)


@given(st.dictionaries(st.sampled_from(Effect), few), few, few)
def test_nothing_below_ten_is_ever_said(did, times, bends):
    known = Known(
        reports={"F04": Reported(10 * (times // 10), 10 * (min(times, bends) // 10))},
        patterns={"X1-W": did},
    )

    found = evidence_of(POLICY, [], known)

    numbers = [
        int(word)
        for text in said_of(found)
        for word in text.nl.replace("(F04)", "").split()
        if word.isdecimal()
    ]
    assert all(number >= 10 and number % 10 == 0 for number in numbers)
    assert (found.used is not None) == (sum(did.values()) >= 10)


def test_days_that_the_planner_weighs_are_said_for_each_person_with_a_warning():
    gain = Gain(1000, 120, 54_500, "d", DAY, "H05-W", 700)
    (said,) = said_of(Evidence(gain=gain))

    assert "Gemiddeld scheelt dat 54 gewogen dagen per mens." in said.nl
    assert "Samen met H05-W scheelt het minder dan 1 gewogen dag per mens meer" in said.nl
    assert "Gewogen dagen zijn geen gewone dagen." in said.nl
    assert "54.500" not in said.nl
    assert "54 weighted days for each of them" in said.en


def test_an_effect_whose_margin_holds_no_difference_is_said_to_be_unsure():
    sure, unsure = (said_of(Evidence(effects={"25": one}))[0] for one in (SOONER, UNCLEAR))

    assert "Dit is niet zeker" in unsure.nl
    assert "Dit is niet zeker" not in sure.nl


def test_a_gain_of_another_version_of_the_rule_is_not_of_this_one():
    known = Known(gains={"X1-W": WINS})
    over = replace(POLICY, rule=replace(POLICY.rule, valid_until=DAY))

    assert evidence_of(POLICY, [], known).gain == WINS
    assert evidence_of(over, [], known).gain is None
