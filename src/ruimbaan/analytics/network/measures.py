# SPDX-License-Identifier: EUPL-1.2
"""What can be said of a network of handoffs as a whole. Ties go from one organisation to another and
weigh as many handoffs; an organisation without a tie is not in it. Each is None where too little is
there to say it of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import lcm

import networkx as nx

Ties = Mapping[tuple[str, str], int]
Group = tuple[str, ...]  # names in alphabetical order
AT_LEAST = 3  # organisations before one can lie between two others


@dataclass(frozen=True, slots=True)
class Joint:
    """An organisation that holds others together (an articulation point). `apart` are those that
    would be cut off from the largest part that is left, in the groups that they would stay in."""

    organisation: str
    apart: tuple[Group, ...]


def directed(ties: Ties) -> nx.DiGraph:
    """Nodes in alphabetical order, so that an answer never depends on the order of a log."""
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted({name for pair in ties for name in pair}))
    graph.add_weighted_edges_from((one, other, ties[one, other]) for one, other in sorted(ties))
    return graph


def both_ways(graph: nx.DiGraph) -> nx.Graph:
    """Without direction; what goes there and back is added up."""
    plain = nx.Graph()
    plain.add_nodes_from(graph)
    for one, other, weight in graph.edges(data="weight"):
        there = plain.get_edge_data(one, other, {"weight": 0})["weight"]
        plain.add_edge(one, other, weight=there + weight)
    return plain


def density(graph: nx.DiGraph) -> float | None:
    """Ties, of all pairs that could have one: m / (n (n - 1))."""
    return float(nx.density(graph)) if len(graph) > 1 else None


def reciprocity(graph: nx.DiGraph) -> float | None:
    """Of all ties the share that goes back too."""
    return float(nx.overall_reciprocity(graph)) if graph.size() else None


def centralisation(graph: nx.DiGraph) -> float | None:
    """How much all goes through one, 0 to 1: sum (b_max - b_i) / (n - 1) (Freeman 1978), with b the
    normalised betweenness and 1/weight as the length of a tie.

    Lengths are whole numbers (a common multiple over the weight), so that roads of one length are
    seen to be; in fractions of a computer they are not.
    """
    if len(graph) < AT_LEAST:
        return None
    multiple = lcm(*(weight for _, _, weight in graph.edges(data="weight")))
    long = nx.DiGraph()
    long.add_nodes_from(graph)
    for one, other, weight in graph.edges(data="weight"):
        long.add_edge(one, other, length=multiple // weight)
    between = nx.betweenness_centrality(long, weight="length").values()
    return float(sum(max(between) - one for one in between) / (len(graph) - 1))


def joints(graph: nx.DiGraph) -> tuple[Joint, ...]:
    """Alphabetical: how much would come apart says nothing of how good somebody is."""
    plain = both_ways(graph)
    found = []
    for name in sorted(nx.articulation_points(plain)):
        around = nx.node_connected_component(plain, name) - {name}
        pieces = _groups(nx.connected_components(plain.subgraph(around)))
        found.append(Joint(name, pieces[1:]))
    return tuple(found)


def parts(graph: nx.DiGraph) -> tuple[Group, ...]:
    """The parts between which nothing is handed over at all; the largest first."""
    return _groups(nx.weakly_connected_components(graph))


def groups(graph: nx.DiGraph) -> tuple[tuple[Group, ...], float | None]:
    """Organisations that hand over to each other more than to others, found greedily (Clauset,
    Newman and Moore 2004), and the modularity of that grouping, Q."""
    if not graph.size():
        return (), None
    plain = nx.convert_node_labels_to_integers(both_ways(graph), label_attribute="name")
    found = nx.community.greedy_modularity_communities(plain, weight="weight")
    named = [[plain.nodes[node]["name"] for node in group] for group in found]
    return _groups(named), float(nx.community.modularity(plain, found, weight="weight"))


def outward(crossed: int, stayed: int) -> float | None:
    """The E-I index, (external - internal) / (external + internal) (Krackhardt and Stern 1988): -1
    when all stays within a frame, 1 when all crosses."""
    return (crossed - stayed) / (crossed + stayed) if crossed + stayed else None


def care_densities(people: Mapping[Group, int]) -> dict[Group, float]:
    """Care density (Pollack and others 2013) of who was with these organisations, two or more: over
    their pairs, how many people each pair shares on average. `people` counts who had which."""
    shared: dict[tuple[str, str], int] = {}
    for had, count in people.items():
        for pair in _pairs(had):
            shared[pair] = shared.get(pair, 0) + count
    return {
        had: sum(shared[pair] for pair in _pairs(had)) / (len(had) * (len(had) - 1) / 2)
        for had in people
        if len(had) > 1
    }


def _pairs(had: Group) -> list[tuple[str, str]]:
    return [(one, other) for at, one in enumerate(had) for other in had[at + 1 :]]


def _groups(found: Iterable[Iterable[str]]) -> tuple[Group, ...]:
    sets = (tuple(sorted(one)) for one in found)
    return tuple(sorted(sets, key=lambda group: (-len(group), group)))
