# SPDX-License-Identifier: EUPL-1.2
"""Reads `demo/bevolking/<region>.yaml` and holds it to its schema and to the words of the region.

It stands beside the folder of the region and not in it: what is in there is the world that is planned
in, and no plan of anybody leans on how many others there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ruimbaan.core.journey.population import (
    MOST_BITS,
    THOUSAND,
    Chance,
    Kind,
    Population,
    Trait,
    Wish,
)
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.population.errors import NoPopulation, PopulationInvalid
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.worldfile import LoadedWorld

FOLDER = Path("demo") / "bevolking"
Node = Mapping[str, Any]
Fault = tuple[str, str]


def load_population(loaded: LoadedWorld, data: Path = REPOSITORY) -> Population:
    """The made-up people of this region. Raises NoPopulation, and PopulationInvalid with the first
    thing that is wrong."""
    region = loaded.world.region
    path = data / FOLDER / f"{region}.yaml"
    if not path.exists():
        raise NoPopulation(region=region, file=FOLDER / path.name)
    try:
        content = json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise PopulationInvalid(file=path.name, where="-", what=type(error).__name__) from error
    for fault in sorted(_validator().iter_errors(content), key=lambda found: list(found.path)):
        where = "/".join(map(str, fault.absolute_path)) or "-"
        raise PopulationInvalid(file=path.name, where=where, what=fault.message)
    for where, what in _loose_ends(content, loaded):
        raise PopulationInvalid(file=path.name, where=where, what=what)
    found = _population(content, loaded)
    if max(found.start_bits, found.wish_bits, len(found.looked_at)) > MOST_BITS:
        raise PopulationInvalid(file=path.name, where="-", what=f"> {MOST_BITS} bits")
    return found


@cache
def _validator() -> Draft202012Validator:
    text = files(__package__).joinpath("population.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


def _loose_ends(content: Node, loaded: LoadedWorld) -> Iterator[Fault]:
    """Where something is named that is not there, said twice, or does not add up."""
    if content["region"] != loaded.world.region:
        yield "region", content["region"]
    yield from _shares("kinds", [kind["share"] for kind in content["kinds"]])
    for number, kind in enumerate(content["kinds"]):
        if kind["start"] not in loaded.starts:
            yield f"kinds/{number}/start", kind["start"]
        yield from _source(f"kinds/{number}", kind, content)
    yield from _twice("kinds", [kind["start"] for kind in content["kinds"]])
    for what in ("traits", "wishes"):
        yield from _twice(what, [one["fact"] for one in content[what]])
        for number, one in enumerate(content[what]):
            yield from _about(f"{what}/{number}", one, content, loaded)


def _about(where: str, one: Node, content: Node, loaded: LoadedWorld) -> Iterator[Fault]:
    known = loaded.world.facts
    if one["fact"] not in known:
        yield f"{where}/fact", one["fact"]
    if "needed_by" in one:
        yield from _shares(f"{where}/needed_by", list(one["needed_by"].values()))
    for number, chance in enumerate(one["chances"]):
        here = f"{where}/chances/{number}"
        yield from _source(here, chance, content)
        for fact in (*chance.get("when", ()), *chance.get("unless", ())):
            if fact not in known:
                yield here, fact


def _shares(where: str, shares: list[int]) -> Iterator[Fault]:
    if sum(shares) != THOUSAND:
        yield where, f"{sum(shares)} ≠ {THOUSAND}"


def _source(where: str, one: Node, content: Node) -> Iterator[Fault]:
    if one["source"] not in content["sources"]:
        yield f"{where}/source", one["source"]


def _twice(where: str, names: list[str]) -> Iterator[Fault]:
    yield from ((where, name) for name in sorted({one for one in names if names.count(one) > 1}))


def _population(content: Node, loaded: LoadedWorld) -> Population:
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Population(
        region=content["region"],
        kinds=tuple(
            Kind(loaded.starts[kind["start"]], kind["share"], kind["source"])
            for kind in content["kinds"]
        ),
        traits=tuple(
            Trait(Window(one["fact"], one.get("from"), one.get("until")), _chances(one))
            for one in content["traits"]
        ),
        wishes=tuple(
            Wish(one["fact"], one["weight"], _days(one), _chances(one)) for one in content["wishes"]
        ),
        sources={name: Text(text["nl"], text["en"]) for name, text in content["sources"].items()},
        digest=sha256(told.encode()).hexdigest(),
    )


def _days(one: Node) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((int(day), share) for day, share in one["needed_by"].items()))


def _chances(one: Node) -> tuple[Chance, ...]:
    return tuple(
        Chance(
            chance["chance"],
            tuple(chance.get("when", ())),
            tuple(chance.get("unless", ())),
            chance["source"],
        )
        for chance in one["chances"]
    )
