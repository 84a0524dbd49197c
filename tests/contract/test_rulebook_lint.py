# SPDX-License-Identifier: EUPL-1.2
"""The lint proves things about a world: planted faults are found, and nothing else."""

from __future__ import annotations

import pytest

from ruimbaan.core.planner.rulebook_lint import lint_world
from ruimbaan.core.rules.remarks import RemarkKind, Severity
from ruimbaan.integrations.regions import load_region
from ruimbaan.integrations.rulebook.lint import lint_region
from tests.contract.worlds.writing import load

WORLD = """
rules:
  bewijs: {title: Bewijs, layer: procedure, mandates: [{who: {nl: balie, en: desk}}]}
  inkomen: {title: Inkomen, layer: contract, flexible: no}
  dood: {title: Doodt niets, layer: policy}
  nergens: {title: Nergens, layer: policy}
  weten: {title: Weten, layer: hard, role: inform, flexible: no}
  bed: {title: Bed, layer: procedure}
facts:
  adres: {label: {nl: Adres, en: Address}, short: {nl: adres, en: address}}
  geld: {label: {nl: Geld, en: Money}, short: {nl: geld, en: money}}
  kamer: {label: {nl: Kamer, en: Room}, short: {nl: kamer, en: room}, again: no}
  vrij: {short: {nl: vrije dag, en: free day}}
  nooit: {short: {nl: wonder, en: miracle}}
services:
  - {id: briefadres, type: 1, needs: [{fact: kamer, rule: bewijs}], gives: [{fact: adres}]}
  - {id: uitkering, needs: [{fact: adres, rule: inkomen}], gives: [{fact: geld}]}
  - {id: verhuur, needs: [{fact: geld}], gives: [{fact: kamer, valid: 30d}], takes: [{fact: vrij, rule: bed}]}
  - {id: rust, needs: [{any_of: [{fact: adres, rule: dood}, {fact: vrij}]}], gives: [{fact: vrij}]}
starts:
  - {id: buiten, facts: [vrij]}
  - {id: thuis, facts: [vrij, geld]}
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    loaded = load(tmp_path_factory.mktemp("w"), WORLD)
    return list(lint_world(loaded.world, list(loaded.starts.values()), {"nooit", "kamer"}))


def of(found, kind):
    return {remark.about: remark for remark in found if remark.kind is kind}


def test_a_circle_is_told_once_with_its_cut_and_who_can_make_it(found):
    deadlocks = of(found, RemarkKind.DEADLOCK)

    assert len(deadlocks) == 1
    (circle,) = deadlocks.values()
    assert set(circle.facts) == {"adres", "geld", "kamer"}
    assert (circle.cut, circle.who.en) == (("bewijs",), "desk")
    assert circle.seen_from == ("buiten",)
    assert circle.says.nl.count("Geen") == 3
    assert circle.says.en.count("No") == 3


def test_a_dead_rule_changes_nothing_or_is_named_nowhere(found):
    dead = of(found, RemarkKind.DEAD_RULE)

    assert set(dead) == {"dood", "nergens"}
    assert dead["nergens"].says.en == "No service names this rule."


def test_a_goal_that_nobody_reaches(found):
    unreachable = of(found, RemarkKind.UNREACHABLE_GOAL)

    assert {name: r.severity for name, r in unreachable.items()} == {"nooit": Severity.ERROR}


def test_a_goal_that_only_room_opens(tmp_path):
    loaded = load(tmp_path, WORLD)

    start = loaded.starts["buiten"]
    found = of(lint_world(loaded.world, [start], {"kamer"}), RemarkKind.UNREACHABLE_GOAL)

    assert {name: r.severity for name, r in found.items()} == {
        "kamer": Severity.WARNING,
        "adres": Severity.WARNING,
    }
    assert found["kamer"].seen_from == ("buiten",)


def test_what_expires_for_good(found):
    assert set(of(found, RemarkKind.EXPIRES_FOR_GOOD)) == {"kamer"}


KNOWN_CIRCLES = {
    frozenset({"kind-woont-thuis", "gezinswoning"}): ("R40-W",),
    frozenset({"wlz-afgewezen", "behandeling-geprobeerd", "woonbegeleiding"}): ("R06",),
    frozenset({"betaald-werk", "vog", "werkervaring-half-jaar"}): ("R42",),
    frozenset({"gedeelde-intake", "psychiatrie-behandeld"}): ("R37-W",),
    frozenset({"woonlasten-gedekt", "krijgt.W09"}): ("H02-W",),
}


def test_a_region_of_ours_has_nothing_to_mend_and_its_known_deadlocks():
    """Slow on purpose: everything a service gives, from every start and every person."""
    remarks = lint_region(load_region("waalstad"))

    assert [remark.says.nl for remark in remarks if remark.severity is Severity.ERROR] == []
    assert {remark.region for remark in remarks} == {"waalstad"}
    deadlocks = [remark for remark in remarks if remark.kind is RemarkKind.DEADLOCK]
    for facts, cut in KNOWN_CIRCLES.items():
        assert cut in [found.cut for found in deadlocks if facts <= set(found.facts)], facts
    assert len({remark.says.nl for remark in deadlocks}) == len(deadlocks)
