# SPDX-License-Identifier: EUPL-1.2
"""Where lines do not connect, and where they do: read from what supports give and need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ruimbaan.core.directory.metro.leads import Lead
from ruimbaan.core.directory.metro.money import NAMES
from ruimbaan.core.directory.metro.network import Gap, Station, Walk
from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Text

MOST_GAPS, MOST_WALKS = 2, 4
SHORTEST_GAP = 14  # days without anybody who pays
LONGEST_HANDOFF = 7  # days


def gaps_of(
    found: Iterable[Lead], stations: Mapping[str, Station], services: Mapping[str, Service]
) -> tuple[Gap, ...]:
    """A gap: one can apply for the second support only when the first has ended, another pot pays
    it, and two weeks or more lie between. One for each station on either side; first where the
    first support takes something away while it lasts (a home, an income), then the shortest stay,
    because it leaves least time to apply."""
    broken = [
        lead
        for lead in found
        if lead.after_end and lead.days >= SHORTEST_GAP and _strangers(lead, stations)
    ]
    broken.sort(
        key=lambda lead: (
            not services[lead.source].takes,
            -stations[lead.source].stage,
            services[lead.source].lasts,
            lead.days,
        )
    )
    chosen: list[Lead] = []
    for lead in broken:
        if all(lead.source != c.source and lead.target != c.target for c in chosen):
            chosen.append(lead)
    return tuple(_gap(lead, stations) for lead in chosen[:MOST_GAPS])


def _strangers(lead: Lead, stations: Mapping[str, Station]) -> bool:
    """No pot pays both."""
    return not set(stations[lead.source].lines) & set(stations[lead.target].lines)


def _gap(lead: Lead, stations: Mapping[str, Station]) -> Gap:
    weeks = max(round(lead.days / 7), 1)
    before, after = (NAMES[stations[code].lines[0]] for code in (lead.source, lead.target))
    return Gap(
        lead.source,
        lead.target,
        Text(f"Wie betaalt deze {weeks} weken?", f"Who pays for these {weeks} weeks?"),
        Text(f"Van {_low(before.nl)} naar {_low(after.nl)}", f"{before.en} to {_low(after.en)}"),
    )


def _low(name: str) -> str:
    return name[:1].lower() + name[1:]


def walks_of(
    found: Iterable[Lead],
    stations: Mapping[str, Station],
    said: Collection[frozenset[str]] | None = None,
) -> tuple[Walk, ...]:
    """A handoff is on the map when the one gives what the other asks, another pot pays, and both
    `said` that they work together. Where nobody said anything (None), it counts as working when the
    second begins within a week without the first having to end. One for each pair of pots, the
    fastest and nearest: a map of every acquaintance is a map of nothing."""
    working = [
        lead
        for lead in found
        if _strangers(lead, stations)
        and 0 <= stations[lead.target].stage - stations[lead.source].stage <= 1
        and _works(lead, said)
    ]
    working.sort(
        key=lambda lead: (stations[lead.target].stage - stations[lead.source].stage, lead.days)
    )
    chosen: list[Lead] = []
    pairs: set[frozenset[str]] = set()
    for lead in working:
        pots = frozenset((stations[lead.source].lines[0], stations[lead.target].lines[0]))
        known = {code for other in chosen for code in (other.source, other.target)}
        if pots not in pairs and not known & {lead.source, lead.target}:
            pairs.add(pots)
            chosen.append(lead)
    return tuple(Walk(lead.source, lead.target) for lead in chosen[:MOST_WALKS])


def _works(lead: Lead, said: Collection[frozenset[str]] | None) -> bool:
    if said is None:
        return not lead.after_end and lead.days <= LONGEST_HANDOFF
    return frozenset((lead.source, lead.target)) in said
