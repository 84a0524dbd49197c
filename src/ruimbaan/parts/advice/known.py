# SPDX-License-Identifier: EUPL-1.2
"""What this site knows of the rules of a region: released figures, and counts in whole tens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from ruimbaan.core.advice.known import LEAST, Gain, Known, Reported
from ruimbaan.core.frictions.reports import Help
from ruimbaan.core.insight.errors import ReleaseDamaged
from ruimbaan.core.insight.room import NAME, RoomEffect
from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.integrations.advice import RANKING, read_gains, read_rooms
from ruimbaan.parts.discretion.queries import patterns_told
from ruimbaan.parts.frictions.queries import shown_reports
from ruimbaan.parts.insight.services import figures_of


def known_in(region: str) -> Known:
    """What is damaged is left out and named, as on every page of figures."""
    figures, damaged, kept = figures_of(region), [], Path(settings.RELEASES) / region
    room: Mapping[str, RoomEffect] = {}
    gains: Mapping[str, Gain] = {}
    try:
        room = read_rooms(kept)
    except ReleaseDamaged:
        damaged.append(NAME)
    try:
        gains = read_gains(kept / RANKING, region)
    except ReleaseDamaged:
        damaged.append(RANKING)
    return Known(
        releases=figures.releases,
        room=room,
        reports={name: _reported(one) for name, one in shown_reports(region).items()},
        patterns=patterns_told(),
        gains=gains,
        damaged=(*figures.damaged, *damaged),
    )


def _reported(rounds: Rounds) -> Reported:
    """In whole tens: of the rest, nobody can tell how few they are."""
    bends = rounds.shown_of.get(Help.RULE_BENDS, 0)
    return Reported(rounds.shown, LEAST * (bends // LEAST))
