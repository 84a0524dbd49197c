# SPDX-License-Identifier: EUPL-1.2
"""What this site knows of the rules of a region: released figures, and counts in whole tens."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from ruimbaan.core.advice.known import LEAST, Known, Reported
from ruimbaan.core.frictions.reports import Help
from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.integrations.advice import RANKING, read_gains, read_rooms
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.parts.discretion.queries import patterns_told
from ruimbaan.parts.frictions.queries import shown_reports
from ruimbaan.parts.insight.services import figures_of


def known_in(region: str) -> Known:
    """Raises ReleaseDamaged for a file beside the tables that is not what it was; a table that is
    damaged is left out, as on every page of figures."""
    return Known(
        releases=figures_of(region).releases,
        room=read_rooms(Path(settings.RELEASES) / region),
        reports={name: _reported(one) for name, one in shown_reports(region).items()},
        patterns=patterns_told(),
        gains=read_gains(REPOSITORY / "demo" / region / RANKING),
    )


def _reported(rounds: Rounds) -> Reported:
    """In whole tens: of the rest, nobody can tell how few they are."""
    bends = rounds.shown_of.get(Help.RULE_BENDS, 0)
    return Reported(rounds.shown, LEAST * (bends // LEAST))
