# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/interface.md: what other programs can ask, from the descriptions that the site gives
of its own interfaces."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

HEAD = """# The open interfaces

Two interfaces, both read only, for everybody, without a key: our own at `/api/v1`, by the [NL API Design Rules](https://gitdocumentatie.logius.nl/publicatie/api/adr/), and `/hsds`, a directory in [HSDS](hsds-profile.md).
Each describes itself as OpenAPI: `/api/v1/openapi.json` and `/hsds/openapi.json`.
Written by `make docs` from those descriptions.

An error is `application/problem+json` (RFC 9457) with a code of [ours](errors.md).
How fast one address may ask: [what is heavy, and its limits](limits.md).
Who exchanges a directory with others: [exchange of a directory](directory-exchange.md).
"""


def interface_page() -> str:
    described = _descriptions()
    return HEAD + "".join(_interface(one) for one in described)


def _descriptions() -> tuple[Mapping[str, Any], ...]:
    """Needs the settings of the site, and nothing of its data."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("RUIMBAAN_DEMO", "1")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
        django.setup()
    from ruimbaan.parts.directory.api import hsds, v1

    return v1.api.as_openapi(), hsds.api.as_openapi()


def _interface(described: Mapping[str, Any]) -> str:
    info = described["info"]
    paths = "".join(
        _operation(path, method, one)
        for path, methods in described["paths"].items()
        for method, one in methods.items()
    )
    schemas = described["components"]["schemas"]
    shapes = "".join(_schema(name, schemas[name]) for name in sorted(schemas))
    return (
        f"\n## {info['title']}, version {info['version']}\n{info['description']}\n{paths}{shapes}"
    )


def _operation(path: str, method: str, one: Mapping[str, Any]) -> str:
    rows = "".join(
        f"| `{asked['name']}` | {asked['in']} | {_type(asked['schema'])} |"
        f" {_said(asked.get('description') or asked['schema'])} |\n"
        for asked in one.get("parameters", ())
    )
    asked = f"\n| asked | in | type | means |\n|---|---|---|---|\n{rows}" if rows else ""
    answers = ", ".join(str(code) for code in one["responses"])
    return f"\n### {method.upper()} {path}\nAnswers: {answers}.\n{asked}"


def _schema(name: str, schema: Mapping[str, Any]) -> str:
    rows = "".join(
        f"| `{key}` | {_type(one)} | {_said(one)} |\n"
        for key, one in schema.get("properties", {}).items()
    )
    return f"\n### {name}\n\n| key | type | means |\n|---|---|---|\n{rows}" if rows else ""


def _said(of: Mapping[str, Any] | str) -> str:
    said = of if isinstance(of, str) else str(of.get("description", ""))
    return " ".join(said.split()).replace("|", "\\|")


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return f"`{schema['$ref'].rsplit('/', 1)[-1]}`"
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kind = str(schema.get("format") or schema.get("type") or "anything")
    return "empty" if kind == "null" else kind
