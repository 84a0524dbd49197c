# SPDX-License-Identifier: EUPL-1.2
"""The slow twins against days that were worked out by hand, one operator at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    AnyOf,
    Condition,
    Gift,
    Opening,
    Wait,
    Weekday,
)
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.planner.answer import FindingKind
from ruimbaan.core.planner.world import Helper, World, receiving
from ruimbaan.core.rules.rule import Flexibility, LadderStep
from tests.core.twins.blocking import Untimed, finding_kinds
from tests.core.twins.brute import (
    fewest_services,
    front,
    latest_application,
    schedules,
)
from tests.core.twins.naive import schedule
from tests.core.twins.tiny import SATURDAY, offer, person, rule, tiny

P_DAYS_2_TO_5 = Window("p", 2, 6)


def days(world: World, fact: str, *own: Window, bent: str = "", plan_from: int = 0) -> list[int]:
    situation = person(*own, plan_from=plan_from)
    return sorted(schedule(world, situation, bent.split()).held[fact])


def applied(world: World, *own: Window, bent: str = "", plan_from: int = 0) -> list[int]:
    situation = person(*own, plan_from=plan_from)
    return sorted(schedule(world, situation, bent.split()).applied("x"))


def asking(*needs: Condition | AnyOf | AllOf, wait: int = 0, **more: object) -> World:
    return tiny(offer("x", "a", needs=needs, wait=wait), **more)  # type: ignore[arg-type]


def test_a_window_is_half_open_and_cut_to_the_days_we_speak_of() -> None:
    world = tiny()

    assert days(world, "p", Window("p", -9, 2)) == [-5, -4, -3, -2, -1, 0, 1]
    assert days(world, "p", Window("p", 18)) == [18, 19]


def test_a_gift_holds_from_start_plus_length_and_receiving_during_it() -> None:
    world = tiny(offer("x", "a", Gift("b", while_receiving=True), wait=4, lasts=3))

    assert days(world, "a") == list(range(7, 20))
    assert days(world, "b") == days(world, receiving("x")) == list(range(4, 20))


def test_a_service_without_length_is_received_for_one_day() -> None:
    world = asking(Condition("p"), wait=3)

    assert days(world, receiving("x"), P_DAYS_2_TO_5) == [5, 6, 7, 8]
    assert days(world, "a", P_DAYS_2_TO_5) == list(range(5, 20))


def test_validity_counts_from_each_application_and_bending_makes_it_longer() -> None:
    gift = Gift("a", valid=2, longer=6, rule="r")
    world = tiny(offer("x", gift, needs=[Condition("p")], lasts=1), rules=[rule("r")])

    assert days(world, "a", Window("p", 2, 4)) == [3, 4, 5]
    assert days(world, "a", Window("p", 2, 4), bent="r") == list(range(3, 10))


def test_plan_from_is_the_first_day_to_apply_also_in_the_history() -> None:
    world = tiny(offer("x", "a", wait=1))

    assert days(world, "a", plan_from=-3)[0] == -2
    assert days(world, "a", plan_from=4)[0] == 5
    assert schedule(world, person(plan_from=-3)).arrival("a") == 0


def test_within_looks_back_and_includes_the_day_itself() -> None:
    assert applied(asking(Condition("p", within=2)), P_DAYS_2_TO_5) == [2, 3, 4, 5, 6, 7]


def test_for_at_least_asks_all_days_and_nothing_holds_before_the_history() -> None:
    world = asking(Condition("p", for_at_least=2))

    assert applied(world, P_DAYS_2_TO_5) == [4, 5]
    assert applied(world, Window("p", until=-1), plan_from=-5) == [-3, -2]


def test_at_start_looks_at_the_start_and_is_false_beyond_the_horizon() -> None:
    condition = Condition("p", at=Anchor.START)

    assert applied(asking(condition, wait=2), P_DAYS_2_TO_5) == [0, 1, 2, 3]
    assert applied(asking(condition, wait=2), Window("p")) == list(range(18))


def test_is_no_alone_within_and_for_at_least() -> None:
    own = Window("p", 1, 18)

    assert applied(asking(Condition("p", holds=False)), own) == [0, 18, 19]
    assert applied(asking(Condition("p", within=2, holds=False)), own) == [0, 1, 2, 18, 19]
    assert applied(asking(Condition("p", for_at_least=1, holds=False)), own) == [0, 19]


def test_any_of_and_all_of() -> None:
    both = AllOf((Condition("p"), Condition("c")))
    world = asking(AnyOf((both, Condition("b"))))
    own = (P_DAYS_2_TO_5, Window("c", 4, 9), Window("b", 12, 14))

    assert applied(world, *own) == [4, 5, 12, 13]


def test_bending_drops_a_condition_unless_it_may_only_be_shortened() -> None:
    waived = asking(Condition("p", "r"), rules=[rule("r")])
    shortened = asking(Condition("p", "r"), rules=[rule("r", flexible=Flexibility.SHORTEN)])

    assert applied(waived) == applied(shortened, bent="r") == []
    assert applied(waived, bent="r") == list(range(20))


def test_a_rule_out_of_force_does_not_bind() -> None:
    day = {n: SATURDAY + timedelta(n) for n in (3, 6)}
    rules = [rule("r", valid_from=day[3], valid_until=day[6])]
    world = asking(Condition("p", "r"), rules=rules)
    closed = tiny(offer("x", opens=Opening(every=50, rule="r")), rules=rules)

    assert applied(world) == applied(closed) == [0, 1, 2, *range(6, 20)]


def test_a_shortened_wait_and_an_unknown_wait() -> None:
    world = tiny(
        offer("x", "a", wait=Wait(9, "r", 4)), offer("y", "b", wait=Wait(None)), rules=[rule("r")]
    )

    assert days(world, "a")[0] == 9
    assert days(world, "a", bent="r")[0] == 4
    assert days(world, "b") == []


def test_a_shortened_wait_is_a_second_door_and_a_longer_one_is_none() -> None:
    passing = tiny(
        offer("x", Gift("a", valid=1), needs=[Condition("p")], wait=Wait(9, "r", 4)),
        offer("y", "b", wait=Wait(3, "r", 5)),
        offer("z", "c", wait=Wait(None, "r", 2)),
        rules=[rule("r")],
    )
    two_days = Window("p", 0, 2)

    assert days(passing, "a", two_days) == [9, 10]
    assert days(passing, "a", two_days, bent="r") == [4, 5, 9, 10]
    assert days(passing, "b", bent="r")[0] == 3
    assert days(passing, "c", bent="r")[0] == 2


def test_openings_by_weekday_and_every_so_many_days() -> None:
    weekdays = Opening((Weekday.MON, Weekday.FRI), rule="r")
    sessions = Opening(every=6, first=4)

    by_weekday = tiny(offer("x", opens=weekdays), rules=[rule("r")])
    by_session = tiny(offer("x", opens=sessions))

    assert applied(by_weekday) == [2, 6, 9, 13, 16]
    assert applied(by_weekday, bent="r") == list(range(20))
    assert applied(by_session) == [4, 10, 16]


def test_a_maintained_fact_stays_while_support_was_received_not_long_ago() -> None:
    world = tiny(offer("x", needs=[Condition("c")], lasts=3, support=True), kept=2)

    assert days(world, "a", Window("a", 0, 2), Window("c", 1, 2)) == [0, 1, 2, 3, 4, 5]
    assert days(world, "a", Window("a", 0, 2), Window("c", 5, 6)) == [0, 1]


def test_a_helper_holds_exactly_when_its_needs_hold() -> None:
    helper = Helper("h", (Condition("p", within=1), Condition("c", holds=False)))
    world = tiny(facts="a p c h", helpers=[helper])

    assert days(world, "h", Window("p", -3, 2), Window("c", 0, 1)) == [-3, -2, -1, 1, 2]


def test_two_services_without_length_do_not_lift_each_other() -> None:
    world = tiny(
        offer("x", "a", needs=[Condition("b", "r")]),
        offer("y", "b", needs=[Condition("a")]),
        rules=[rule("r")],
    )

    assert days(world, "a") == days(world, "b") == []
    assert days(world, "a", bent="r") == days(world, "b", bent="r") == list(range(20))


def test_lateness_weighs_and_uncovered_days_stop_at_the_last_arrival() -> None:
    world = tiny(offer("x", "a", wait=8), offer("y", wait=3, support=True))

    reached, unreached = (schedule(world, person(goals=goal)) for goal in ("a", "b"))

    assert (reached.lateness(), reached.uncovered()) == (8, 3)
    assert (unreached.lateness(), unreached.uncovered()) == (20, 3)


def test_the_front_takes_the_cheapest_win_and_the_lowest_rung() -> None:
    hook = rule("r-hook", step=LadderStep.HOOK)
    world = asking(
        AnyOf((Condition("p", "r-flex"), Condition("p", "r-hook"))),
        wait=2,
        rules=[rule("r-flex"), hook],
    )
    late = {bent: s.lateness() for bent, s in schedules(world, person()).items()}

    rows = front(world, late, delta=7)

    assert [(row.asks, row.lateness, row.tie) for row in rows] == [(0, 20, 0), (3, 2, 3)]
    assert rows[1].sets == {frozenset({"r-hook"})}
    assert len(front(world, late, delta=19)) == 1


def test_a_lean_plan_and_the_last_useful_application() -> None:
    world = tiny(
        offer("x", "a", needs=[Condition("b")], wait=2, opens=Opening(every=6, first=6)),
        offer("y", "b", needs=[Condition("p")], wait=1),
        offer("z", "b", wait=6),
    )
    situation = person(P_DAYS_2_TO_5)

    assert schedule(world, situation).arrival("a") == 8
    assert fewest_services(world, situation, frozenset()) == 2
    assert latest_application(world, situation, frozenset(), "y", among={"x", "y"}) == 5
    assert latest_application(world, situation, frozenset(), "z", among={"x", "z"}) == 0


@pytest.mark.parametrize(
    ("world", "unknown", "kind"),
    [
        (asking(Condition("p")), "p", FindingKind.DATA_MISSING),
        (tiny(offer("x", "a", wait=Wait(None))), "", FindingKind.DATA_MISSING),
        (tiny(offer("x", "a", wait=70)), "", FindingKind.BEYOND_HORIZON),
        (tiny(offer("x", "a", wait=80)), "", FindingKind.NEVER_TOGETHER),
        (asking(Condition("b")), "", FindingKind.NOBODY_OFFERS),
        (asking(Condition("d"), discretion="d"), "", FindingKind.REFUSED),
        (asking(Condition("a")), "", FindingKind.DEADLOCK),
    ],
)
def test_why_a_goal_is_not_reached(world: World, unknown: str, kind: FindingKind) -> None:
    assert finding_kinds(world, person(unknown=unknown), "a") == {kind}


def test_a_smallest_self_blocking_set_leaves_out_what_need_not_be_in_it() -> None:
    world = tiny(
        offer("x", "a", needs=[Condition("b"), Condition("c")]),
        offer("y", "b", needs=[Condition("a")]),
        offer("z", "c", needs=[Condition("b"), Condition("p")]),
    )
    untimed = Untimed(world, person(Window("p")))

    assert untimed.smallest_self_blocking("a") == [frozenset({"a", "b"})]
    assert untimed.has_circle({"a", "b"})
    assert not untimed.has_circle({"a", "p"})
