# SPDX-License-Identifier: EUPL-1.2
"""The reference names every key of the format and every error, in the words of the code."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ruimbaan.cli import errors as cli_errors
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations import regions
from ruimbaan.integrations.directory import places
from ruimbaan.integrations.fhir import errors as fhir_errors
from ruimbaan.integrations.geojson import errors as geojson_errors
from ruimbaan.integrations.hsds import errors as hsds_errors
from ruimbaan.integrations.routecheck import problems as routecheck_problems
from ruimbaan.integrations.worldfile import (
    load_world,
    meaning_errors,
    reading_errors,
    structure_errors,
    warnings,
)
from ruimbaan.integrations.worldfile.structure import schema
from ruimbaan.parts.directory.exchange import errors as exchange_errors
from ruimbaan.parts.trust.links import errors as link_errors
from tests.contract.worlds.writing import write
from tools.paths import ROOT, SOURCE

ERRORS = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
FINDINGS = (ROOT / "docs" / "reference" / "directory-findings.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "reference" / "world-format.md").read_text(encoding="utf-8")
RULES = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
CODE = re.compile(r"RB-[A-Z]{3}-\d{3}")
ROOMS = (
    reading_errors,
    structure_errors,
    meaning_errors,
    warnings,
    cli_errors,
    regions,
    routecheck_problems,
    hsds_errors,
    exchange_errors,
    geojson_errors,
    places,
    fhir_errors,
    link_errors,
)
FENCED = re.compile(r"^```yaml\n(?P<body>.*?)^```$", re.M | re.S)
PARTS = {
    "region": "Region",
    "costs": "Costs",
    "rule": "Rules",
    "fact": "Facts",
    "service": "Services",
    "condition": "Needs",
    "wait": "Waits",
    "gift": "Gifts",
    "loss": "Losses",
    "exclusion": "What does not go together",
    "burden": "Appointments",
    "opening": "Openings",
    "window": "Periods of a fact",
    "person": "Persons",
    "goal": "Goals",
    "situation": "Situations",
    "start": "Starts",
    "vignette": "Vignettes",
    "expectation": "Expectations",
    "law": "Laws",
    "source": "Sources",
    "hook": "Room",
    "mandate": "Who may say yes",
    "plain": "Plain texts",
    "scenario": "Scenarios",
}


def kinds() -> list[type[DomainError]]:
    return [
        kind
        for room in ROOMS
        for kind in vars(room).values()
        if isinstance(kind, type) and issubclass(kind, DomainError) and "code" in vars(kind)
    ]


def row(kind: type[DomainError]) -> str:
    return f"| {kind.code} | {both(kind.cause)} | {both(kind.advice)} |"


def both(text: Text) -> str:
    nl, en = (said.replace("*", "\\*").replace("|", "\\|") for said in (text.nl, text.en))
    return f"{nl}<br>*{en}*".replace("{{", "{").replace("}}", "}")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_error_has_its_row(kind):
    assert row(kind) in ERRORS.splitlines()
    assert all((kind.cause.nl, kind.cause.en, kind.advice.nl, kind.advice.en))


def test_the_page_has_the_codes_of_the_source_and_no_others():
    used = {code for path in SOURCE.rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}

    assert set(CODE.findall(ERRORS)) == used - set(CODE.findall(FINDINGS))


def test_no_code_is_used_twice():
    codes = [kind.code for kind in kinds()]

    assert len(set(codes)) == len(codes)


def keys_of(part: str) -> dict[str, str]:
    """The keys of a part, each with what it means."""
    found: dict[str, Any] = schema()["$defs"][part]
    return meanings(found.get("properties") or found["then"]["properties"])


def meanings(properties: dict[str, Any]) -> dict[str, str]:
    return {key: value["description"] for key, value in properties.items()}


def rows(title: str) -> dict[str, str]:
    return dict(re.findall(r"^\| `([\w-]+)` \|[^|]*\| (.*) \|$", section(title), re.M))


def section(title: str) -> str:
    pages = FORMAT + RULES
    found = re.search(rf"^##+ {title}\n(?P<body>.*?)(?=^##+ |\Z)", pages, re.M | re.S)
    assert found is not None, title
    return found["body"]


@pytest.mark.parametrize(("part", "title"), PARTS.items())
def test_every_key_has_its_row_in_the_words_of_the_schema(part, title):
    assert rows(title) == keys_of(part)


def test_every_part_of_a_file_has_its_row():
    assert rows("A file") == meanings(schema()["properties"])


def test_every_part_of_the_schema_is_on_the_page():
    helpers = {"id", "line", "text", "length", "day", "date", "flag", "asks", "need", "needs"}

    assert set(schema()["$defs"]) == {*PARTS, *helpers}


def test_the_examples_of_the_page_are_one_world(tmp_path):
    """Every example of both pages can be loaded as it stands; together they make one world."""
    for number, found in enumerate(FENCED.finditer(FORMAT + RULES)):
        write(tmp_path, found["body"], f"{number:02}.yaml")

    loaded = load_world(tmp_path)

    assert len(list(tmp_path.iterdir())) >= len(PARTS) - 8
    assert loaded.warnings == ()
    assert loaded.persons


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_both_languages_tell_the_same_details(kind):
    for text in (kind.cause, kind.advice):
        assert set(re.findall(r"{(\w+)}", text.nl)) == set(re.findall(r"{(\w+)}", text.en))
