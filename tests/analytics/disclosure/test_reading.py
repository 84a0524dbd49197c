# SPDX-License-Identifier: EUPL-1.2
"""Tables as people have them, and each thing that can be wrong with one."""

from __future__ import annotations

import pytest

from ruimbaan.analytics.disclosure import errors
from ruimbaan.analytics.disclosure.cubes import Cube, Dimension
from ruimbaan.analytics.disclosure.reading import read_rows
from ruimbaan.analytics.disclosure.shaping import read_groups, to_cube, to_table
from ruimbaan.core.kernel.errors import DomainError
from tools.paths import ROOT

LONG = """plaats,leeftijd,aantal
Oost > Waalstad,18-30,3
Oost > Waalstad,31+,14
West,18-30,5
West,31+,20
"""
PAGE = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")


def cube(text: str) -> Cube:
    return to_cube(read_rows("t.csv", text.encode()), "people")


def values(found: Cube) -> dict[str, int]:
    return {
        "/".join(" > ".join(path) or "*" for path in key): int(value)
        for key, value in zip(found.keys, found.values, strict=True)
    }


def test_all_sums_follow_from_the_finest_cells():
    found = values(cube(LONG))

    assert (found["*/*"], found["Oost/*"], found["*/18-30"]) == (42, 17, 8)
    assert found["Oost > Waalstad/31+"] == 14


def test_a_cross_table_with_its_totals_is_the_same():
    found = values(
        cube("plaats;18-30;31+;Totaal\nWaalstad;3;14;17\nWest;5;20;25\nTotaal;8;34;42\n")
    )

    assert (found["*/*"], found["Waalstad/31+"], found["West/*"]) == (42, 14, 25)


def test_a_cell_without_a_row_has_nobody():
    assert values(cube("a,b,n\nx1,y1,12\nx2,y2,15\n"))["x1/y2"] == 0


def test_the_only_holder_of_a_cell_goes_along():
    found = cube("a,holder,n\nx1,Huis,12\nx2,,15\n")

    assert found.holders == {(("x1",),): "Huis"}


def test_a_table_of_the_public_may_have_holes():
    found = to_table(read_rows("t.csv", b"a,n\n*,30\nx1,\nx2,20\n"), "t", "people")

    assert found.shown.tolist() == [30, -1, 20]


def test_groups_name_their_basic_categories():
    told = read_groups("g.csv", b"dimension,category,base\nage,18-30,18\nage,18-30,30\n")

    assert told == {"age": {("18-30",): frozenset({"18", "30"})}}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", errors.Unreadable),
        ("a,n\n", errors.Unreadable),
        ("n\n3\n", errors.Unreadable),
        ("a,a,n\nx,y,3\n", errors.Unreadable),
        ('a,n\n"x,3\n', errors.Unreadable),
        ("a,n\nx,\ufffd3\n", errors.BadRow),
        ("a,n\nx,3.5\n", errors.BadRow),
        ("a,n\nx,1.000\n", errors.BadRow),
        ("a,n\nx,-3\n", errors.BadRow),
        ("a,n\nx,1e9\n", errors.BadRow),
        ("a,n\nx,٣\n", errors.BadRow),
        ("a,n\nx,99999999999\n", errors.BadRow),
        ("a,n\nx,3,4\n", errors.BadRow),
        ("a,n\nx,3\nx,4\n", errors.BadRow),
        ("a,n\nx,\ny,4\n", errors.BadRow),
        ("a,n\n=cmd|x,3\n", errors.BadLabel),
        ("a,n\n\uff1dcmd,3\n", errors.BadLabel),
        ("a,n\nx > > y,3\n", errors.BadLabel),
        (f"a,n\n{'x' * 81},3\n", errors.BadLabel),
        ("a,n\nx\x00,3\n", errors.BadLabel),
        ("a,n\n*,3\n", errors.Unreadable),
        ("a,n\nTotaal,9\nx,3\ny,4\n", errors.SumsDiffer),
    ],
)
def test_what_is_wrong_is_said(text, kind):
    with pytest.raises(kind):
        cube(text)


def test_bytes_that_are_no_text_are_said():
    with pytest.raises(errors.Unreadable):
        read_rows("t.csv", b"a,n\n\xe9,3\n")


def test_groups_with_a_hole_are_said():
    with pytest.raises(errors.BadRow):
        read_groups("g.csv", b"dimension,category,base\nage,,18\n")
    with pytest.raises(errors.Unreadable):
        read_groups("g.csv", b"dimension,category,base\n")


def test_a_category_is_no_sum_and_a_finest_one_at_once():
    with pytest.raises(errors.CategoryTwice):
        Dimension("a", (("x",), ("x", "y")))


def test_a_cube_holds_only_counts_of_its_own_cells():
    only = Dimension("a", (("x",), ("y",)))

    with pytest.raises(errors.UnknownCategory):
        Cube("people", (only,), {(("z",),): 3})
    with pytest.raises(errors.BelowZero):
        Cube("people", (only,), {(("x",),): -3})


KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, DomainError) and kind is not DomainError
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_error_has_its_row(kind):
    nl, en = (f"{kind.cause.nl}<br>*{kind.cause.en}*", f"{kind.advice.nl}<br>*{kind.advice.en}*")

    assert f"| {kind.code} | {nl} | {en} |" in PAGE.splitlines()
    assert len({one.code for one in KINDS}) == len(KINDS)
