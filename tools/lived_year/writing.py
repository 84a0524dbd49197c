# SPDX-License-Identifier: EUPL-1.2
"""What came of the year: how often it was said to chafe, and the figures that passed their audit."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from ruimbaan.analytics.disclosure.tables import Table
from ruimbaan.analytics.regie.changes import change_cubes
from ruimbaan.analytics.regie.handoffs import HandoffCubes, kinds_shown
from ruimbaan.analytics.regie.publishing import Wanted
from ruimbaan.analytics.regie.publishing import publish as release
from ruimbaan.analytics.regie.room import publish_room
from ruimbaan.analytics.regie.steps import step_cubes
from ruimbaan.core.insight.courses import cohort_at
from ruimbaan.parts.contributing.services import counted_in
from ruimbaan.parts.insight.services import courses_in

if TYPE_CHECKING:
    from tools.lived_year.living import Year


def write(year: Year, target: Path) -> None:
    """Into the folder of the region in the demo."""
    reports: dict[str, dict[str, int]] = {}
    for (friction, helps), times in sorted(year.reports.items()):
        reports.setdefault(friction, {})[helps] = times
    patterns: dict[str, dict[str, int]] = {}
    for (rule, did), times in sorted(year.patterns.items()):
        patterns.setdefault(rule, {})[did] = times
    told = {
        "cut": year.plan.cut.isoformat(),
        "people": year.told["people"],
        "reports": reports,
        "patterns": patterns,
    }
    target.mkdir(parents=True, exist_ok=True)
    (target / "jaar.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    publish(year)
    released = Path(settings.RELEASES) / year.plan.region
    shutil.rmtree(target / "regie", ignore_errors=True)
    shutil.copytree(released, target / "regie")


def publish(year: Year) -> None:
    """As `ruimbaan regie publish` does it. Raises what that raises, and then nothing is released."""
    region, cohort = year.plan.region, cohort_at(year.plan.cut)
    courses = courses_in(region, cohort)

    def cubes(earlier: Sequence[Table]) -> Wanted:
        handoffs = HandoffCubes(region, cohort, kinds_shown(region, courses, earlier), courses)
        changed = change_cubes(region, cohort, courses, year.plan.changes)
        return {**handoffs.all(), **step_cubes(region, cohort, counted_in(region)), **changed}

    folder = Path(settings.RELEASES) / region
    release(folder, cohort.cut, cubes, print)
    publish_room(counted_in(region), folder, cohort.cut)
