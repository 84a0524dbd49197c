# SPDX-License-Identifier: EUPL-1.2
"""Two places that work together: the one sends people, the other takes them in. From then on the
planner may count on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ruimbaan.core.directory.joining.profiles import with_profile
from ruimbaan.core.directory.records.profile import Object, profile_of
from ruimbaan.core.directory.records.record import Json, Record

KNOWS_THE_WAY = "kent-de-weg"  # somebody told what there is, and walks along
RECEIVING = "krijgt."  # the planner's fact that a service is being received


def connected(
    sender: Record, receiver: Record, gives: Sequence[Json] = ()
) -> tuple[Record, Record]:
    """Both records as they are after the connection. `gives`: what somebody has while coming to the
    receiver, for a receiver that gave nothing in the planner yet."""
    sending, taking = profile_of(sender), profile_of(receiver)
    planning = reached_through(sending.code, taking.planning)
    if gives and not planning.get("gives"):
        planning = {**planning, "gives": list(gives), "is_support": True}
    return (
        _together(sender, taking.code, sending.planning),
        _together(receiver, sending.code, planning),
    )


def reached_through(sender: str, planning: Object) -> dict[str, Json]:
    """The same, with one more way in: somebody who is received by the sender may come. A need to
    know the way is met by that as well; another need stays a need."""
    way: Json = {"fact": f"{RECEIVING}{sender}"}
    before = planning.get("needs")
    needs = before if isinstance(before, list) else []
    ways = [need for need in needs if _is_way_in(need)]
    if not ways:
        if planning.get("gives"):
            return {**planning}  # one could come in already without anybody who sends
        return {**planning, "needs": [*needs, way]}
    known = _options(ways[0])
    options: list[Json] = known if way in known else [*known, way]
    opened: Json = options[0] if len(options) == 1 else {"any_of": options}
    return {**planning, "needs": [opened if need is ways[0] else need for need in needs]}


def _is_way_in(need: Json) -> bool:
    options = _options(need)
    return bool(options) and all(isinstance(one, dict) and _leads_in(one) for one in options)


def _leads_in(need: Mapping[str, Json]) -> bool:
    fact = need.get("fact")
    return isinstance(fact, str) and (fact == KNOWS_THE_WAY or fact.startswith(RECEIVING))


def _options(need: Json) -> list[Json]:
    if isinstance(need, dict) and isinstance(options := need.get("any_of"), list):
        return options
    return [need]


def _together(service: Record, other: str, planning: Object) -> Record:
    profile = profile_of(service)
    after = replace(
        profile,
        planning=planning,
        works_with=tuple(dict.fromkeys((*profile.works_with, other))),
        wants_to_work_with=tuple(code for code in profile.wants_to_work_with if code != other),
    )
    return with_profile(service, after)
