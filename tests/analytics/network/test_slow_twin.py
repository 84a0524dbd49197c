# SPDX-License-Identifier: EUPL-1.2
"""What is said of a network equals what walking every road and taking away each organisation says."""

from __future__ import annotations

from collections import Counter

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.analytics.network import measures
from tests import slow_network as slow

NAMES = "abcdef"
PAIRS = [(one, other) for one in NAMES for other in NAMES if one != other]
CLOSE = 1e-12
networks = st.dictionaries(st.sampled_from(PAIRS), st.integers(1, 6), min_size=1, max_size=14)


@settings(max_examples=150, deadline=None)
@given(ties=networks)
def test_the_whole(ties):
    graph = measures.directed(ties)
    names = slow.names_of(ties)

    back = sum((other, one) in ties for one, other in ties)
    assert measures.density(graph) == pytest.approx(len(ties) / (len(names) * (len(names) - 1)))
    assert measures.reciprocity(graph) == pytest.approx(back / len(ties))
    assert {frozenset(part) for part in measures.parts(graph)} == {
        frozenset(piece) for piece in slow.pieces(ties, names)
    }


@settings(max_examples=80, deadline=None)
@given(ties=networks)
def test_how_much_goes_through_one(ties):
    found = measures.centralisation(measures.directed(ties))

    if len(slow.names_of(ties)) < 3:
        assert found is None
    else:
        between = slow.betweenness(ties)
        most = max(between.values())
        told = sum(most - one for one in between.values()) / (len(between) - 1)
        assert found == pytest.approx(float(told), abs=CLOSE)


@settings(max_examples=150, deadline=None)
@given(ties=networks)
def test_the_joints_and_what_they_hold(ties):
    found = measures.joints(measures.directed(ties))

    assert {one.organisation for one in found} == slow.splits(ties)
    before = slow.pieces(ties, slow.names_of(ties))
    for one in found:
        around = next(piece for piece in before if one.organisation in piece)
        left = slow.pieces(ties, around - {one.organisation})
        cut_off = sorted(map(sorted, left), key=lambda group: (-len(group), group))[1:]
        assert [list(group) for group in one.apart] == cut_off


@settings(max_examples=100, deadline=None)
@given(ties=networks)
def test_groups_are_a_whole_and_their_modularity_is_that_of_the_formula(ties):
    groups, found = measures.groups(measures.directed(ties))

    assert sorted(name for group in groups for name in group) == slow.names_of(ties)
    assert found == pytest.approx(float(slow.modularity(ties, groups)), abs=CLOSE)


@settings(max_examples=100, deadline=None)
@given(people=st.lists(st.sets(st.sampled_from(NAMES), min_size=1), min_size=1, max_size=12))
def test_care_density(people):
    found = measures.care_densities(Counter(tuple(sorted(one)) for one in people))

    for person in people:
        had = tuple(sorted(person))
        if len(had) > 1:
            assert found[had] == pytest.approx(float(slow.care_density(people, person)))
        else:
            assert had not in found


def test_a_star_goes_all_through_one_and_a_ring_through_nobody():
    star = {pair: 3 for leaf in "bcde" for pair in (("a", leaf), (leaf, "a"))}
    ring = dict.fromkeys(zip("abcde", "bcdea", strict=True), 2)

    assert measures.centralisation(measures.directed(star)) == pytest.approx(1)
    assert measures.centralisation(measures.directed(ring)) == pytest.approx(0)
    assert [one.organisation for one in measures.joints(measures.directed(star))] == ["a"]
    assert measures.joints(measures.directed(ring)) == ()


def test_of_nothing_nothing_is_said():
    graph = measures.directed({})

    assert isinstance(graph, nx.DiGraph)
    assert measures.density(graph) is None
    assert measures.reciprocity(graph) is None
    assert measures.centralisation(graph) is None
    assert measures.groups(graph) == ((), None)
    assert measures.outward(0, 0) is None
