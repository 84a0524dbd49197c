# SPDX-License-Identifier: EUPL-1.2
"""Whom one can call in this region: places of the map, of the kinds that a situation names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ruimbaan.parts.directory.queries import contacts_in
from ruimbaan.ui.components import Link

MOST = 3  # places


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    who: str
    url: str
    links: tuple[Link, ...]


def contacts(region: str, kinds: Iterable[int]) -> tuple[Contact, ...]:
    """None where no region was chosen."""
    if not region:
        return ()
    found = contacts_in(region, tuple(kinds), most=MOST)
    return tuple(Contact(one.name, one.organisation, one.url, one.links) for one in found)
