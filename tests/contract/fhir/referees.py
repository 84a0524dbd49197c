# SPDX-License-Identifier: EUPL-1.2
"""Three others that say whether something is FHIR: a library, the schema of HL7, and the rules of
Gravity's own profile."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from fhir.resources.R4B import get_fhir_model_class
from fhirpathpy import compile as compile_path
from jsonschema import Draft6Validator

DATA = Path(__file__).parent / "data"
EXAMPLES = tuple(sorted((DATA / "examples").glob("*.json")))
NEEDS_OTHERS = "SDOH-Task-3"  # follows a reference, and is about a task for the person


def example(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / "examples" / name).read_text(encoding="utf-8"))
    return found


def by_library(resource: dict[str, Any]) -> None:
    """Raises when `fhir.resources` cannot read it, or would lose something of it."""
    model = get_fhir_model_class(resource["resourceType"])
    read = model.model_validate_json(json.dumps(resource))
    again = json.loads(read.model_dump_json(exclude_none=True))
    assert set(again) == set(resource)


@cache
def _schema() -> Draft6Validator:
    return Draft6Validator(json.loads((DATA / "fhir-r4.schema.json").read_text(encoding="utf-8")))


def by_schema(resource: dict[str, Any]) -> list[str]:
    return [error.message[:200] for error in _schema().iter_errors(resource)]


@cache
def rules() -> dict[str, Any]:
    """By name, ready to ask."""
    found = {}
    for file in sorted((DATA / "invariants").glob("*.fsh")):
        text = file.read_text(encoding="utf-8")
        expression = text.partition('Expression: "')[2].partition('"\nXPath')[0]
        if file.stem != NEEDS_OTHERS:
            found[file.stem] = compile_path(expression)
    return found


def broken_rules(task: dict[str, Any]) -> list[str]:
    return [name for name, ask in rules().items() if ask(task) != [True]]
