# SPDX-License-Identifier: EUPL-1.2
"""The network of one log: its handoffs, the joints in it, and who stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from ruimbaan.analytics.events.log import EventLog
from ruimbaan.analytics.events.reading import rows_of
from ruimbaan.analytics.flows.following import handoffs
from ruimbaan.analytics.network import measures
from ruimbaan.analytics.network.errors import NoOrganisations, NoSuchOrganisation
from ruimbaan.analytics.network.measures import Group, Joint

FEW = 10  # people; a tie of fewer is not for others to see
SHOWN = 10  # organisations that a refusal names


@dataclass(frozen=True, slots=True)
class Network:
    """`isolated` are organisations that neither hand over nor are handed to; `unseen` those of them
    that the log does not know at all. `thin` ties are of fewer than ten people."""

    organisations: int
    handoffs: int
    ties: int
    thin: int
    density: float | None
    reciprocity: float | None
    centralisation: float | None
    joints: tuple[Joint, ...]
    parts: tuple[Group, ...]
    groups: tuple[Group, ...]
    modularity: float | None
    outward: float | None  # E-I by frame, of the handoffs of which both frames are known
    framed: int
    care_density: float | None  # mean over people
    people: int  # who were with two organisations or more
    isolated: Group
    unseen: Group

    def as_json(self) -> dict[str, object]:
        """The published form; its names never change."""
        return {
            "organisations": self.organisations,
            "handoffs": self.handoffs,
            "ties": self.ties,
            "ties_of_fewer_than_ten_people": self.thin,
            "density": self.density,
            "reciprocity": self.reciprocity,
            "centralisation": self.centralisation,
            "joints": [
                {"organisation": one.organisation, "cut_off": [list(g) for g in one.apart]}
                for one in self.joints
            ],
            "parts": [list(group) for group in self.parts],
            "groups": [list(group) for group in self.groups],
            "modularity": self.modularity,
            "frame_crossing": {"index": self.outward, "handoffs": self.framed},
            "care_density": {"mean": self.care_density, "people": self.people},
            "isolated": list(self.isolated),
            "not_in_log": list(self.unseen),
        }


def network_of(
    log: EventLog, service: Collection[str] = (), known: Collection[str] = ()
) -> Network:
    """`service` organisations, a laboratory that serves all, are looked through. Raises
    NoOrganisations or NoSuchOrganisation."""
    there = _there(log)
    for name in service:
        if name not in there:
            raise NoSuchOrganisation(name=name, there=_listed(there))
    left = frozenset(there) - frozenset(service)
    pairs = handoffs(log.events, log.precision, tuple(service))
    handed, people = _handed(log, pairs), _people(log, left)
    ties: Counter[tuple[str, str]] = Counter()
    for row in handed:
        ties[row["sender"], row["receiver"]] += row["n"]
    graph = measures.directed(ties)
    groups, modularity = measures.groups(graph)
    crossed, stayed = _frames(handed)
    care = measures.care_densities(people)
    asked = left | (frozenset(known) - frozenset(service))
    return Network(
        organisations=len(left),
        handoffs=ties.total(),
        ties=len(ties),
        thin=_thin(log, pairs),
        density=measures.density(graph),
        reciprocity=measures.reciprocity(graph),
        centralisation=measures.centralisation(graph),
        joints=measures.joints(graph),
        parts=measures.parts(graph),
        groups=groups,
        modularity=modularity,
        outward=measures.outward(crossed, stayed),
        framed=crossed + stayed,
        care_density=_mean(care, people),
        people=sum(people[had] for had in care),
        isolated=tuple(sorted(asked - set(graph))),
        unseen=tuple(sorted(asked - left)),
    )


def _there(log: EventLog) -> list[str]:
    names = log.events.select("organisation").distinct().order_by("organisation")
    there = [r["organisation"] for r in rows_of(log.con, names) if r["organisation"] is not None]
    if not there:
        raise NoOrganisations
    return there


def _listed(there: list[str]) -> str:
    return ", ".join(there[:SHOWN]) + (", …" if len(there) > SHOWN else "")


def _handed(log: EventLog, pairs: ir.Table) -> list[dict[str, Any]]:
    counted = pairs.group_by("sender", "receiver", "frame", "frame2").aggregate(n=pairs.count())
    return rows_of(log.con, counted)


def _thin(log: EventLog, pairs: ir.Table) -> int:
    people = pairs.group_by("sender", "receiver").aggregate(people=pairs.case.nunique())
    few = people.filter(people.people < FEW)
    return int(rows_of(log.con, few.aggregate(n=few.count()))[0]["n"])


def _people(log: EventLog, left: Collection[str]) -> dict[Group, int]:
    """How many were with exactly these organisations."""
    events = log.events.filter(log.events.organisation.isin(sorted(left)))
    had = events.select("case", "organisation").distinct()
    sets = had.group_by("case").aggregate(had=had.organisation.collect(order_by=had.organisation))
    counted = sets.group_by("had").aggregate(n=sets.count())
    return {tuple(row["had"]): row["n"] for row in rows_of(log.con, counted)}


def _frames(handed: list[dict[str, Any]]) -> tuple[int, int]:
    both = [r for r in handed if r["frame"] is not None and r["frame2"] is not None]
    crossed = sum(r["n"] for r in both if r["frame"] != r["frame2"])
    return crossed, sum(r["n"] for r in both) - crossed


def _mean(care: Mapping[Group, float], people: Mapping[Group, int]) -> float | None:
    whole = sum(people[had] for had in care)
    return sum(care[had] * people[had] for had in care) / whole if whole else None
