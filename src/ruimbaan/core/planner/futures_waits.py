# SPDX-License-Identifier: EUPL-1.2
"""Futures: in each of them every place has one wait, drawn from what is known of it.

Who is busy is often busy everywhere in the house: of the chance in a wait, half is shared by all
places of one provider and half is the place's own (a Gaussian copula with one factor; nobody
measured that half, docs/explanation/how-sure.md shows what other shares would give). The numbers
of a name come from the seed and that name alone, so a new place changes no wait of the others, and
the first hundred of a thousand futures are the hundred futures.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from random import Random
from statistics import NormalDist

from ruimbaan.core.directory.spread import Spread, spread_of
from ruimbaan.core.planner.world import World

SHARED = 0.5  # of the variance of a wait, by all places of one provider
BITS = 52  # all of which fit in a float, also with the half that keeps away from 0 and 1
_NORMAL = NormalDist()

# Per service with a spread the wait in each future, in days.
Waits = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Futures:
    """`shared`: the part of the chance that the places of one provider have in common."""

    count: int
    seed: int = 1
    shared: float = SHARED

    def waits(self, world: World, services: Iterable[str]) -> dict[str, array[int]]:
        """Of those of these services of which a spread is known."""
        found: dict[str, array[int]] = {}
        for name in sorted(set(services)):
            service = world.services[name]
            spread = spread_of(service.wait)
            if spread is not None:
                found[name] = _drawn(self, spread, service.provider or name, name)
        return found


@lru_cache(maxsize=512)
def _drawn(futures: Futures, spread: Spread, provider: str, service: str) -> array[int]:
    """The same in each world in which this place is known by this spread: the people of a region
    share their futures, so that who is in the same position gets the same answer."""
    together, apart = sqrt(futures.shared), sqrt(1 - futures.shared)
    all_of_it = _normals(futures.seed, f"provider {provider}", futures.count)
    own = _normals(futures.seed, f"service {service}", futures.count)
    return array(
        "i",
        (
            spread.days(together * one + apart * other)
            for one, other in zip(all_of_it, own, strict=True)
        ),
    )


@lru_cache(maxsize=512)
def _normals(seed: int, name: str, count: int) -> tuple[float, ...]:
    """Python seeds a generator with the SHA-512 of a text, in every version the same."""
    rng = Random(f"{seed} {name}")  # noqa: S311 - a draw, no secret
    shares = ((rng.getrandbits(BITS) + 0.5) / (1 << BITS) for _ in range(count))
    return tuple(map(_NORMAL.inv_cdf, shares))
