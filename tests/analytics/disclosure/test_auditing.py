# SPDX-License-Identifier: EUPL-1.2
"""What the audit sees: people who know themselves, earlier releases, differences, and a proposal that
was changed; and that only what passed can go on."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from ruimbaan.analytics.disclosure.auditing import Audited, Refused, audit
from ruimbaan.analytics.disclosure.cubes import Cube, Dimension, Key, told
from ruimbaan.analytics.disclosure.errors import (
    BadThreshold,
    CannotBeSafe,
    Contradiction,
    NotAudited,
    OtherCategories,
    TooLarge,
)
from ruimbaan.analytics.disclosure.protecting import protect
from ruimbaan.analytics.disclosure.releasing import write_release
from ruimbaan.analytics.disclosure.tables import Proposal, Rule, Table
from tests.analytics.disclosure.chance import PEOPLE, counted, flat, grouped, people

RULE = Rule(10)


def row(*counts: int, holders: dict[int, str] | None = None) -> Cube:
    """One dimension."""
    only = flat("a", len(counts))
    cells: dict[Key, int] = {
        (leaf,): count for leaf, count in zip(only.leaves, counts, strict=True)
    }
    held: dict[Key, str] = {(only.leaves[at],): name for at, name in (holders or {}).items()}
    return Cube(PEOPLE, (only,), cells, held)


def hiding(cube: Cube, *cells: int, name: str = "t") -> Proposal:
    """`cells` count from zero among the finest."""
    hidden = np.zeros(cube.values.size, dtype=bool)
    hidden[np.flatnonzero(cube.finest)[list(cells)]] = True
    return Proposal(name, cube, hidden)


def leaking(proposal: Proposal, earlier: tuple[Table, ...] = ()) -> list[str]:
    return [leak.cell for leak in audit(proposal, RULE, earlier).report.leaks]


def test_two_hidden_cells_cover_for_each_other():
    assert leaking(hiding(row(4, 12, 30), 0, 1)) == []


def test_a_small_count_that_simply_stands_there_is_seen():
    assert leaking(hiding(row(4, 12, 30))) == ["a0"]


def test_a_person_who_is_alone_knows_that_and_then_the_other_cells_of_the_square():
    a, b = flat("a", 3), flat("b", 3)
    square = [("a0", "b0"), ("a0", "b1"), ("a1", "b0"), ("a1", "b1")]

    def told_by(alone: int) -> list[str]:
        rows = (alone, 12, 50), (14, 4, 50), (50, 50, 50)
        cube = Cube(PEOPLE, (a, b), cells(a, b, *rows))
        hidden = [tuple(path[0] for path in key if path) in square for key in cube.keys]
        return leaking(Proposal("t", cube, np.array(hidden)))

    assert told_by(2) == []
    assert told_by(1) == ["a1, b1"]


def test_an_organisation_that_is_the_only_one_knows_its_cells():
    assert leaking(hiding(row(12, 4, 30), 0, 1)) == []
    assert leaking(hiding(row(12, 4, 30, holders={0: "Huis aan de Gracht"}), 0, 1)) == ["a1"]


def test_one_organisation_in_two_cells_knows_both_at_once():
    both = {0: "Huis aan de Gracht", 1: "Huis aan de Gracht"}

    assert leaking(hiding(row(12, 14, 4, 30), 0, 1, 2)) == []
    assert leaking(hiding(row(12, 14, 4, 30, holders=both), 0, 1, 2)) == ["a2"]


def test_protecting_holds_off_who_knows_a_part():
    cube = row(1, 9, 30, 22, 15, holders={3: "Huis aan de Gracht"})

    assert isinstance(audit(protect("t", cube, RULE), RULE), Audited)


def test_a_total_that_was_hidden_gives_nothing_away_when_a_later_table_keeps_it_hidden():
    everybody = people(2, (4, 4, 3), 6)
    a, b, c = (grouped(n, [[i] for i in range(s)]) for n, s in zip("abc", (4, 4, 3), strict=True))
    first = protect("first", counted(everybody, (0, 1), (a, b)), RULE).table
    second = counted(everybody, (0, 2), (a, c))

    alone = protect("second", second, RULE)
    beside = protect("second", second, RULE, [first])

    assert isinstance(audit(beside, RULE, [first]), Audited)
    assert isinstance(audit(alone, RULE), Audited)


def test_a_total_shown_later_undoes_one_that_was_hidden():
    a, b, c = flat("a", 2), flat("b", 2), flat("c", 2)
    first = Cube(PEOPLE, (a, b), cells(a, b, (4, 12), (30, 40)))
    hidden = {"*, *", "a0, *", "*, b0", "a0, b0"}
    out = Proposal("first", first, np.array([told(key) in hidden for key in first.keys]))
    later = Cube(PEOPLE, (a, c), cells(a, c, (8, 8), (35, 35)))
    small = Proposal("second", later, RULE.small(later.values))

    report = audit(small, RULE, [out.table]).report
    safe = protect("second", later, RULE, [out.table])

    assert leaking(out) == []
    assert ("first", "a0, b0", 4, 4) in {
        (leak.table, leak.cell, leak.least, leak.most) for leak in report.leaks
    }
    assert leaking(safe, (out.table,)) == []


def cells(a: Dimension, b: Dimension, *rows: tuple[int, ...]):
    return {
        (a.leaves[i], b.leaves[j]): count
        for i, one in enumerate(rows)
        for j, count in enumerate(one)
    }


def ages(*groups: tuple[int, ...]) -> Dimension:
    return grouped("age", groups)


def test_two_releases_that_differ_by_one_person_are_not_both_allowed():
    """Each may be shown alone. Side by side they say how many are exactly 30: one."""
    one = ages((18, 29), (30, 64))
    first = Cube(PEOPLE, (one,), {(one.leaves[0],): 40, (one.leaves[1],): 60})
    other = ages((18, 29, 30), (64,))
    second = Cube(PEOPLE, (other,), {(other.leaves[0],): 41, (other.leaves[1],): 59})
    out = protect("first", first, RULE).table

    report = audit(Proposal("second", second, np.zeros(3, dtype=bool)), RULE, [out]).report
    safe = audit(protect("second", second, RULE, [out]), RULE, [out])

    assert [(leak.table, leak.least, leak.most) for leak in report.leaks] == [
        ("second − first", 1, 1)
    ]
    assert isinstance(audit(protect("second", second, RULE), RULE), Audited)
    assert isinstance(safe, Audited)
    assert safe.report.hidden > 0


def test_tables_about_other_people_are_not_put_side_by_side():
    first = Proposal("first", row(20, 30), np.zeros(3, dtype=bool)).table
    other = Cube("others", row(9, 41).dimensions, row(9, 41).counts)

    assert audit(protect("t", other, RULE), RULE, [first]).report.against == ()


def test_the_same_people_cannot_be_counted_differently():
    first = Proposal("first", row(20, 30), np.zeros(3, dtype=bool)).table

    with pytest.raises(Contradiction):
        audit(Proposal("second", row(21, 30), np.zeros(3, dtype=bool)), RULE, [first])


def test_other_categories_need_their_basic_ones():
    first = Proposal("first", row(20, 30), np.zeros(3, dtype=bool)).table

    with pytest.raises(OtherCategories):
        audit(Proposal("second", row(20, 30, 40), np.zeros(4, dtype=bool)), RULE, [first])


def test_what_follows_from_earlier_releases_cannot_be_hidden_any_more():
    # Two careless releases of before; the third asks for exactly their difference.
    first, second = ages((18, 30), (64,)), ages((18,), (30, 64))
    out = [
        Table("one", PEOPLE, (first,), np.array([100, 43, 57])),
        Table("two", PEOPLE, (second,), np.array([100, 40, 60])),
    ]
    third = ages((18,), (30,), (64,))
    counts: dict[Key, int] = dict(zip([(leaf,) for leaf in third.leaves], (40, 3, 57), strict=True))

    with pytest.raises(CannotBeSafe):
        protect("three", Cube(PEOPLE, (third,), counts), RULE, out)


def test_too_much_to_audit_is_not_released():
    large = tuple(flat(name, 30) for name in "abc")

    with pytest.raises(TooLarge):
        protect("t", Cube(PEOPLE, large, {}), RULE)


def test_a_threshold_of_one_hides_nothing_and_is_refused():
    with pytest.raises(BadThreshold):
        Rule(1)


def test_nothing_but_the_audit_makes_a_table_that_can_be_written(tmp_path):
    proposal = hiding(row(4, 12, 30), 0)
    refused = audit(proposal, RULE)

    assert isinstance(refused, Refused)
    with pytest.raises(NotAudited):
        Audited(object(), proposal.table, refused.report)
    with pytest.raises(AttributeError):
        write_release(refused, tmp_path, date(2026, 11, 22), [])  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
