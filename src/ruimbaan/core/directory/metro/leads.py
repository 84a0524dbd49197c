# SPDX-License-Identifier: EUPL-1.2
"""Which support leads to which: the one gives what the other asks, straight or through papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service

_MOST_PAPERS = 3  # steps on paper between two places


@dataclass(frozen=True, slots=True)
class Lead:
    """Who has had `source` can come to `target`, `days` after the source gave what it gives. The
    days are those of the papers in between and of the wait, the shortest way. `after_end`: only
    when the source is over; otherwise one can apply while it is still received."""

    source: str
    target: str
    days: int
    after_end: bool


def leads(services: Mapping[str, Service], is_place: Callable[[Service], bool]) -> tuple[Lead, ...]:
    """One lead for each pair of places, in the order of the services."""
    givers: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for service in services.values():
        for gift in service.gives:
            givers[gift.fact].append((service.id, not gift.while_receiving and service.lasts > 0))
    places = {code for code, service in services.items() if is_place(service)}
    found: dict[tuple[str, str], Lead] = {}
    for target in places_in_order(services, places):
        for lead in _towards(target, services, givers, places):
            best = found.get((lead.source, lead.target))
            if best is None or (lead.days, lead.after_end) < (best.days, best.after_end):
                found[lead.source, lead.target] = lead
    return tuple(found.values())


def places_in_order(services: Mapping[str, Service], places: set[str]) -> Iterator[Service]:
    return (service for code, service in services.items() if code in places)


def _towards(
    target: Service,
    services: Mapping[str, Service],
    givers: Mapping[str, list[tuple[str, bool]]],
    places: set[str],
) -> Iterator[Lead]:
    """Backward from the target through papers, broad first: the first way found is the shortest
    in papers, and each paper is passed once."""
    seen = {target.id}
    front = [(target, target.wait.days or 0)]
    for _ in range(_MOST_PAPERS + 1):
        after: list[tuple[Service, int]] = []
        for asked, days in front:
            for fact in dict.fromkeys(_asked(asked.needs)):
                for giver, after_end in givers.get(fact, ()):
                    if giver in places and giver != target.id:
                        yield Lead(giver, target.id, days, after_end)
                    elif giver not in seen and giver not in places:
                        seen.add(giver)
                        paper = services[giver]
                        after.append((paper, days + (paper.wait.days or 0)))
        front = after


def _asked(needs: tuple[Need, ...]) -> Iterator[str]:
    for need in needs:
        match need:
            case Condition():
                if need.holds:
                    yield need.fact
            case AnyOf():
                yield from _asked(need.options)
            case AllOf():
                yield from _asked(need.parts)
