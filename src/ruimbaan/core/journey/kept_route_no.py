# SPDX-License-Identifier: EUPL-1.2
"""What a no does to the rest of a kept route, for as long as no other way was chosen.

A place that said no lets nobody wait any more; and what was planned after it has no sure day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from ruimbaan.core.journey.kept_route import EventKind, KeptRoute, KeptStep, StepKind
from ruimbaan.core.journey.kept_route_progress import Progress, progress_of

Refused = Mapping[UUID, date]  # by step: the day on which its place said no
NO_ONE_REFUSED: Refused = {}
STOPS = {EventKind.CANNOT, EventKind.REFUSED}


def refused_on(step: KeptStep, progress: Progress, refused: Refused) -> date | None:
    """The day of the no; None when there was none, when it was asked again since, or when the step
    went on or ended all the same. A place can say no after it began as well: of one day, the no is
    what came last."""
    day = refused.get(step.id)
    if day is None or progress.is_over:
        return None
    since = max((one for one in (progress.asked, progress.began) if one is not None), default=None)
    return None if since is not None and since > day else day


def is_left_open(route: KeptRoute, step: KeptStep, progress: Progress) -> bool:
    """Nothing more comes of it, and the route was not planned again since."""
    since = route.events[route.counted :]
    return progress.stopped is not None and any(
        event.kind in STOPS and event.step == step.id for event in since
    )


def unsure_from(route: KeptRoute, refused: Refused) -> date | None:
    """What is planned from this day on, and not asked for yet, has no sure day. None: no no stands
    open. A step of one's own holds nothing up."""
    found = []
    for step in route.steps:
        progress = progress_of(route, step)
        no = refused_on(step, progress, refused) or is_left_open(route, step, progress)
        if no and step.kind is StepKind.SERVICE:
            found.append(step.start)
    return min(found, default=None)
