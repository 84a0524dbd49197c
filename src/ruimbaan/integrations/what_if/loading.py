# SPDX-License-Identifier: EUPL-1.2
"""Reads a file that says what would be different, and holds it to its schema and to the world."""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ruimbaan.core.insight.what_if import (
    PERCENT,
    Change,
    PlacesAdded,
    RulesBent,
    Slider,
    WhatIf,
    has_line,
)
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep
from ruimbaan.integrations.what_if.errors import (
    NoLine,
    NotBegunEarlier,
    OtherRegion,
    UnknownName,
    WhatIfInvalid,
    WhatIfUnreadable,
)

MOST_BYTES = 100_000
Node = Mapping[str, Any]


def load_what_if(file: Path, world: World) -> tuple[WhatIf, Node]:
    """What the file asks, and what stands in it. Raises WhatIfRefused."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise WhatIfUnreadable(file=file.name, reason=f"> {MOST_BYTES} bytes")
        content = json.loads(json.dumps(yaml.safe_load(file.read_text("utf-8"))))
    except (OSError, ValueError, TypeError, RecursionError, yaml.YAMLError) as error:
        raise WhatIfUnreadable(file=file.name, reason=type(error).__name__) from error
    return what_if_from(content, file.name, world), content


def what_if_from(content: Any, name: str, world: World) -> WhatIf:
    """Of content that was read before. Raises WhatIfRefused."""
    for fault in sorted(_validator().iter_errors(content), key=lambda found: list(found.path)):
        where = "/".join(map(str, fault.absolute_path)) or "-"
        raise WhatIfInvalid(file=name, where=where, what=fault.message[:200])
    if content["region"] != world.region:
        raise OtherRegion(file=name, there=content["region"], region=world.region)
    for slider in content.get("sliders", ()):
        positions = slider["positions"]
        if positions != list(range(0, positions[-1] + 1, max(1, positions[1]))):
            raise WhatIfInvalid(file=name, where=slider["id"], what=str(positions))
    parts = [_moved(one, world) for one in content.get("changes", ())]
    return WhatIf(
        region=content["region"],
        title=_text(content["title"]),
        change=Change(
            rules=tuple(one for one in parts if isinstance(one, RulesBent)),
            places=tuple(one for one in parts if isinstance(one, PlacesAdded)),
        ),
        sliders=tuple(
            Slider(
                one["id"],
                _text(one["label"]),
                _text(one["unit"]),
                tuple(one["positions"]),
                _moved(one, world),
            )
            for one in content.get("sliders", ())
        ),
    )


@cache
def _validator() -> Draft202012Validator:
    text = files(__package__).joinpath("what_if.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


def _moved(one: Node, world: World) -> RulesBent | PlacesAdded:
    day = one.get("from", 0)
    at = one.get("at") or one.get("add_places_at")
    if at is not None:
        _held_to_world([at], world.services, world)
        with_lines = [name for name, found in world.services.items() if has_line(found)]
        if at not in with_lines:
            raise NoLine(service=at, known=", ".join(with_lines))
        return PlacesAdded(at, one.get("add_places", 0), day)
    rules = one.get("bend") or one["start_earlier"]
    _held_to_world(rules, world.rules, world)
    if "start_earlier" in one:
        early = [name for name, rule in world.rules.items() if _is_early(rule.step)]
        for rule in rules:
            if rule not in early:
                raise NotBegunEarlier(rule=rule, known=", ".join(early))
    return RulesBent(tuple(rules), day, one.get("share", PERCENT) / PERCENT)


def _is_early(step: LadderStep) -> bool:
    return step is LadderStep.START_EARLIER


def _held_to_world(names: list[str], known: Mapping[str, object], world: World) -> None:
    for name in names:
        if name not in known:
            near = ", ".join(get_close_matches(name, known, cutoff=0.5))
            raise UnknownName(
                name=name[:80], region=world.region, near=f" ({near})" if near else ""
            )


def _text(node: Node) -> Text:
    return Text(node["nl"], node["en"])
