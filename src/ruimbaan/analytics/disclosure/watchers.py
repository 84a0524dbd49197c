# SPDX-License-Identifier: EUPL-1.2
"""Who could be looking at a cube: anybody, and those who know a part of it because it is theirs."""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.disclosure.attacking import OUTSIDER, Insider
from ruimbaan.analytics.disclosure.cubes import Cube


def watchers_of(cube: Cube) -> tuple[Insider, ...]:
    """An outsider; each person who is alone in a finest cell; each organisation that alone holds
    finest cells, with all of these at once."""
    alone = np.flatnonzero(cube.finest & (cube.values == 1))
    place = {key: index for index, key in enumerate(cube.keys)}
    held: dict[str, list[int]] = {}
    for key, holder in sorted(cube.holders.items()):
        if cube.counts.get(key, 0) > 0:
            held.setdefault(holder, []).append(place[key])
    known = [np.array([cell]) for cell in alone]
    known += [np.array(cells) for _, cells in sorted(held.items())]
    return (OUTSIDER, *(Insider(cells, cube.values[cells]) for cells in known))
