# SPDX-License-Identifier: EUPL-1.2
"""How often people of a made-up region said where it chafes, in a year that was lived through the
product itself: counts only, as that is all that a site keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ruimbaan.core.frictions.reports import Help
from ruimbaan.core.kernel.rounds import Rounds

YEAR = "jaar.json"  # beside the files of the region


def read(folder: Path) -> Mapping[str, Rounds]:
    """By friction; nothing for a region of which no year was lived."""
    file = folder / YEAR
    if not file.is_file():
        return {}
    told = json.loads(file.read_text(encoding="utf-8"))
    return {friction: _rounds(helps) for friction, helps in told["reports"].items()}


def _rounds(helps: Mapping[str, int]) -> Rounds:
    rounds = Rounds()
    for one, times in sorted(helps.items()):
        for _ in range(times):
            rounds = rounds.with_one([Help(one)])
    return rounds
