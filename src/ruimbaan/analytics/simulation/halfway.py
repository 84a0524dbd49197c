# SPDX-License-Identifier: EUPL-1.2
"""What is done so far, kept so that it can be gone on with: nothing of it is drawn again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ruimbaan.analytics.simulation.errors import HalfwayUnreadable
from ruimbaan.analytics.simulation.model import Plan
from ruimbaan.analytics.simulation.region import MARKS, Outcome, Waited

FORMAT = 1
Job = tuple[int, int]  # the number of the change, and that of the run


@dataclass(slots=True)
class Halfway:
    """`content` is the file that said what to change, as it was read; `grid`: all its sliders. The
    digests name the world and the people with which was begun."""

    content: Mapping[str, Any]
    grid: bool
    plan: Plan
    world: str
    people: str
    done: dict[Job, Outcome] = field(default_factory=dict)

    def save(self, file: Path) -> None:
        """Whole or not at all."""
        told = {
            "format": FORMAT,
            "content": self.content,
            "grid": self.grid,
            "plan": asdict(self.plan),
            "world": self.world,
            "people": self.people,
            "done": [[*job, asdict(one)] for job, one in sorted(self.done.items())],
        }
        beside = file.with_name(f".{file.name}.new")
        beside.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        beside.replace(file)


def read_halfway(file: Path) -> Halfway:
    """Raises HalfwayUnreadable."""
    try:
        told = json.loads(file.read_text("utf-8"))
        if told["format"] != FORMAT:
            raise HalfwayUnreadable(file=file.name, reason=f"format {told['format']}")
        return Halfway(
            content=told["content"],
            grid=bool(told["grid"]),
            plan=Plan(**told["plan"]),
            world=told["world"],
            people=told["people"],
            done={(int(change), int(run)): _outcome(one) for change, run, one in told["done"]},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise HalfwayUnreadable(file=file.name, reason=type(error).__name__) from error


def _outcome(told: Mapping[str, Any]) -> Outcome:
    reached = tuple(map(float, told["reached"]))
    if len(reached) != len(MARKS):
        raise ValueError(reached)
    waits = {
        name: Waited(int(one["began"]), float(one["days"])) for name, one in told["waits"].items()
    }
    return Outcome(int(told["people"]), int(told["goals"]), reached, int(told["again"]), waits)
