# SPDX-License-Identifier: EUPL-1.2
"""The official files of HSDS 3.0: examples, schemas, data package."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

OFFICIAL = Path(__file__).parent / "official"
EXAMPLES = OFFICIAL / "examples"
SCHEMAS = OFFICIAL / "schema"


def example(name: str) -> Any:
    return json.loads((EXAMPLES / name).read_text(encoding="utf-8"))


@cache
def schema(name: str) -> dict[str, Any]:
    """By its name without `.json`, such as `service` or `compiled/service`."""
    packed = SCHEMAS / f"{name}.json.gz"
    content = gzip.decompress(packed.read_bytes()) if packed.exists() else None
    found: dict[str, Any] = json.loads(content or (SCHEMAS / f"{name}.json").read_bytes())
    return found


@cache
def validator(name: str) -> Draft202012Validator:
    """Formats are looked at too; the small schemas find each other by their file names."""
    registry: Registry[Any] = Registry().with_resources(
        (file.name, Resource.from_contents(schema(file.stem), default_specification=DRAFT202012))
        for file in SCHEMAS.glob("*.json")
        if file.stem != "openapi"
    )
    return Draft202012Validator(schema(name), registry=registry, format_checker=FormatChecker())


def faults(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(value)]


def data_package() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((OFFICIAL / "datapackage.json").read_bytes())
    return found
