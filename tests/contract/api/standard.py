# SPDX-License-Identifier: EUPL-1.2
"""HSDS 3.0's own files, found by the addresses under which its OpenAPI names them."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from referencing import Registry
from referencing.jsonschema import DRAFT202012

OFFICIAL = Path(__file__).parents[1] / "hsds" / "official" / "schema"
BASE = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/"
# Its example of one service at one place does not fit the schema it names: it means this one.
MEANT = {"/service_at_locations/{id}": f"{BASE}compiled/service_at_location.json"}


@cache
def read(name: str) -> Any:
    path = OFFICIAL / name
    packed = path.with_name(f"{path.name}.gz")
    text = gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    return json.loads(text)


@cache
def registry() -> Registry[Any]:
    files = [path.relative_to(OFFICIAL).as_posix() for path in OFFICIAL.rglob("*.json*")]
    names = sorted(name.removesuffix(".gz") for name in files if "openapi" not in name)
    resources = [(f"{BASE}{name}", DRAFT202012.create_resource(read(name))) for name in names]
    beside = [
        (name.rpartition("/")[2], resource)
        for name, resource in zip(names, [r for _, r in resources], strict=True)
    ]
    return Registry[Any]().with_resources([*resources, *beside])


def inlined(document: Any) -> Any:
    """The same document with the standard's schemas in it, for tools that fetch nothing."""
    if isinstance(document, dict):
        name = document.get("$ref", "")
        if name.startswith(BASE):
            return inlined_schema(name.removeprefix(BASE))
        return {key: inlined(value) for key, value in document.items()}
    return [inlined(value) for value in document] if isinstance(document, list) else document


@cache
def inlined_schema(name: str) -> Any:
    return _without_refs(read(name))


def _without_refs(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {
            key: _without_refs(value)
            for key, value in schema.items()
            if not (key == "$ref" and not str(value).startswith("#"))
        }
    return [_without_refs(value) for value in schema] if isinstance(schema, list) else schema
