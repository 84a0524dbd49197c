# SPDX-License-Identifier: EUPL-1.2
"""Long deadlocks are told in a few sentences that stay true, and no rule disappears from them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.service import Condition, Gift, Loss, Opening, Service
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.planner.answer import Block, FindingKind
from ruimbaan.core.planner.folding import TOLD_WHOLE, folded
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from tests.core.twins.checkers import siphon
from tests.core.twins.tiny import offer, person, rule, tiny

RUNGS = 24


def round_ladder(rungs: int, rules: dict[int, str]) -> World:
    """Each fact waits for the next, and the last for the first; on some links stands a rule."""
    names = [f"f{number}" for number in range(rungs)]
    services: list[Service] = [
        offer(f"s{at}", Gift(name), needs=[Condition(names[(at + 1) % rungs], rules.get(at))])
        for at, name in enumerate(names)
    ]
    known: list[Rule] = [rule(name, 3) for name in dict.fromkeys(rules.values())]
    return tiny(*services, facts=" ".join(names), rules=known)


def test_a_ladder_of_twenty_four_facts_is_told_in_five_links() -> None:
    world = round_ladder(RUNGS, {3: "adres-eerst", 17: "inkomen-eerst"})
    situation = person(goals="f0")
    (finding,) = solve(world, situation).findings

    assert finding.kind is FindingKind.DEADLOCK
    assert len(finding.facts) == RUNGS
    assert len(finding.cycle) == TOLD_WHOLE
    assert set(finding.rules) == {"adres-eerst", "inkomen-eerst"}
    assert not list(siphon(world, situation, finding))
    for link, following in zip(finding.cycle, (*finding.cycle[1:], finding.cycle[0]), strict=True):
        assert link.waits_for == following.fact
    assert len(finding_sentence(world, finding, "nl").split(". ")) == TOLD_WHOLE


def test_a_short_circle_is_told_before_a_long_one_through_the_goal() -> None:
    ladder = round_ladder(RUNGS, {})
    both = [Condition("f13"), Condition("f12", "zelfde")]
    short = {
        **ladder.services,
        "s12": offer("s12", Gift("f12"), needs=both),
        "s13": offer("s13", Gift("f13"), needs=[Condition("f12")]),
    }
    world = tiny(*short.values(), facts=" ".join(ladder.facts), rules=[rule("zelfde", 3)])

    (finding,) = solve(world, person(goals="f0")).findings
    told = finding_sentence(world, finding, "en").split(". ")

    assert {link.fact for link in finding.cycle} <= {"f12", "f13"}
    assert told[0].startswith("No f0 without")
    assert len(told) <= TOLD_WHOLE + len(finding.cycle)


def test_what_can_be_had_in_two_ways_is_no_rung() -> None:
    chain = [Block(f"f{at}", f"s{at}", f"f{at + 1}") for at in range(8)]
    second_way = Block("f3", "ander", "f7")

    found = folded(chain, [*chain, second_way])

    assert "f3" in {link.fact for link in found}
    assert len(found) == TOLD_WHOLE


@given(st.lists(st.sampled_from(["", "r1", "r2", "r3"]), min_size=1, max_size=30))
def test_a_folded_chain_has_the_same_ends_and_the_same_rules(rules: list[str]) -> None:
    chain = [Block(f"f{at}", f"s{at}", f"f{at + 1}", name or None) for at, name in enumerate(rules)]

    found = folded(chain, chain)

    assert (found[0].fact, found[-1].waits_for) == (chain[0].fact, chain[-1].waits_for)
    assert {link.rule for link in found} - {None} == {link.rule for link in chain} - {None}
    assert all(a.waits_for == b.fact for a, b in pairwise(found))
    assert len(found) <= max(TOLD_WHOLE, sum(map(bool, rules)))


def test_what_is_taken_is_counted_from_opening_day_to_opening_day() -> None:
    """Detox on one day in four takes the bed for six days; the house wants the bed, on Saturdays."""
    detox = offer("detox", "b", needs=[Condition("p")], lasts=6, opens=Opening(every=4, first=1))
    taking = Service(
        detox.id,
        detox.label,
        needs=detox.needs,
        lasts=6,
        gives=detox.gives,
        opens=detox.opens,
        takes=(Loss("c"),),
    )
    house = offer(
        "huis", "a", needs=[Condition("b"), Condition("c")], opens=Opening(every=7, first=0)
    )

    plan = solve(tiny(taking, house), person(Window("p"), Window("c"))).practice

    assert plan.arrivals == {"a": 7}  # detox on day 1 to 7, the bed is back on day 7
    assert [(loss.from_day, loss.until) for loss in plan.losses] == [(1, 7)]
    assert [(step.service, step.apply) for step in plan.steps] == [("detox", 1), ("huis", 7)]
