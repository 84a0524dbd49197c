# SPDX-License-Identifier: EUPL-1.2
"""The four bands of the map: where in a recovery a support usually comes."""

from __future__ import annotations

from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Text

FINDING, RESTING, BUILDING, JOINING = range(4)
STAGES = (
    Text("Hulp vinden", "Finding help"),
    Text("Tot rust komen", "Coming to rest"),
    Text("Opbouwen", "Building up"),
    Text("Meedoen", "Joining in"),
)

# The kinds of support have a number (`type` of a service). In each band the places where one comes
# in stand first, and what usually follows stands after them.
_KINDS = {
    FINDING: (1, 40, 25, 41, 2, 30, 3, 38, 13),
    RESTING: (16, 6, 7, 26, 15, 28, 17, 12, 9, 27, 14),
    BUILDING: (35, 34, 4, 18, 8, 10, 19, 11, 5, 36, 29, 21, 20, 32, 37, 23, 39),
    JOINING: (24, 31, 42, 22, 33),
}
_PLACE_OF = {kind: (stage, at) for stage, kinds in _KINDS.items() for at, kind in enumerate(kinds)}
_LAST = 99
_WALK_IN = ("inloop", "open", "vindplaats")
_DOMAINS = {"WRK": JOINING, "ZIN": JOINING, "MID": RESTING, "JUS": RESTING}


def place_of(service: Service) -> tuple[int, int]:
    """The band, and the order within it. A kind without a number follows its gate or domain."""
    if service.type in _PLACE_OF:
        return _PLACE_OF[service.type]
    if service.gate in _WALK_IN:
        return FINDING, _LAST
    return _DOMAINS.get(service.domain, BUILDING), _LAST
