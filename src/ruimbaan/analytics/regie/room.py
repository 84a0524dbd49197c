# SPDX-License-Identifier: EUPL-1.2
"""What room did, per kind of support: from steps that people let count, matched on the day of use.

Only a ratio with its interval comes out, and of how many people at least, in whole tens: no count of
a group, and no share of a few. The steps do not say which rule was bent, so nor does this.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ruimbaan.analytics.effect import Asked, Effect, Story, effect_in
from ruimbaan.analytics.effect.errors import EffectRefused
from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.regie.events import write_events
from ruimbaan.core.insight.contributed import Counted, Step
from ruimbaan.core.insight.room import FORMAT, TEN, file_of

REPEATS, SEED = 200, 1


def publish_room(rows: Iterable[Counted], folder: Path, day: date) -> tuple[str, ...]:
    """Writes the file of this day beside the releases; gives the kinds that are in it, and without
    one writes nothing. Where fewer than ten used room, or fewer than ten did not, nothing is said of
    that kind. Raises OSError."""
    counted = tuple(rows)
    found: dict[str, dict[str, object]] = {}
    for kind in sorted({one.about for one in counted if one.step is Step.ASKED and one.about}):
        effect = _effect(_of_kind(counted, kind), kind)
        if effect is not None:
            found[kind] = _told(effect)
    if not found:
        return ()
    told = {"format": FORMAT, "day": day.isoformat(), "seed": SEED, "kinds": found}
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f".{file_of(day)}"
    made.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    made.replace(folder / file_of(day))
    return tuple(found)


def _of_kind(counted: Iterable[Counted], kind: str) -> tuple[Counted, ...]:
    """The steps that matter, of those who asked for this kind of support."""
    steps = (Step.ASKED, Step.BEGAN)
    kept = tuple(
        one for one in counted if one.step is Step.ROOM or (one.step in steps and one.about == kind)
    )
    names = {one.name for one in kept if one.step is Step.ASKED}
    return tuple(one for one in kept if one.name in names)


def _effect(rows: tuple[Counted, ...], kind: str) -> Effect | None:
    """None where it cannot be estimated."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "steps.parquet"
        write_events(rows, file)
        story = Story(
            use=Step.ROOM.value,
            outcome=f"{Step.BEGAN.value} {kind}",
            begins=f"{Step.ASKED.value} {kind}",
        )
        try:
            return effect_in(open_log(file), story, Asked(repeats=REPEATS, seed=SEED))
        except EffectRefused:
            return None


def _told(effect: Effect) -> dict[str, object]:
    return {
        "ratio": round(effect.ratio, 2),
        "low": round(effect.low, 2),
        "high": round(effect.high, 2),
        "used_at_least": TEN * (effect.users // TEN),
        "compared_at_least": TEN * (effect.compared // TEN),
    }
