# SPDX-License-Identifier: EUPL-1.2
"""Which pots of money a service runs on, read from its funding frame: the lines of the map."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Text

HEALTH, SUPPORT, BENEFIT = "health-insurance", "municipal-support", "benefit"
DEBT, OWN, OTHER = "debt-help-or-grant", "own-strength", "other"

NAMES: Mapping[str, Text] = {
    HEALTH: Text("Zorgverzekering", "Health insurance"),
    SUPPORT: Text("Gemeente: hulp en wonen", "Municipality: help and living"),
    BENEFIT: Text("Gemeente: geld en papieren", "Municipality: money and papers"),
    DEBT: Text("Schuldhulp en subsidie", "Debt help and grants"),
    OWN: Text("Eigen kracht en buurt", "Own strength and neighbours"),
    OTHER: Text("Justitie en andere potten", "Justice and other pots"),
}
_WORDS = (  # a frame that has this word in it runs on this pot
    ("zvw", HEALTH),
    ("wlz", HEALTH),
    ("iza", HEALTH),
    ("wmo", SUPPORT),
    ("jeugdwet", SUPPORT),
    ("huisvestingsverordening", SUPPORT),
    ("participatiewet", BENEFIT),
    ("brp", BENEFIT),
    ("wgs", DEBT),
    ("bw boek 1", DEBT),
    ("subsidie", DEBT),
    ("fondsen", DEBT),
    ("vrijwillig", OWN),
)
_COVERED = "wmo"  # a grant under the Wmo is municipal support, not another pot


def pots_of(service: Service) -> tuple[str, ...]:
    """The pots of this service, the one it stands on first."""
    return pots_of_frame(service.frame, initiative=service.initiative)


def pots_of_frame(frame: str, *, initiative: bool) -> tuple[str, ...]:
    """In the order the frame names them. An initiative of people themselves stands on their own
    strength, whoever adds money."""
    named = _named(frame.casefold())
    if initiative:
        return (OWN, *(pot for pot in named if pot not in (OWN, DEBT)))
    return named or (OTHER,)


@lru_cache(maxsize=512)
def _named(frame: str) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for word, pot in _WORDS:
        at = frame.find(word)
        if at >= 0 and not (word == "subsidie" and _COVERED in frame):
            found[pot] = min(at, found.get(pot, at))
    return tuple(sorted(found, key=found.__getitem__))
