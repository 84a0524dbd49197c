# SPDX-License-Identifier: EUPL-1.2
"""Loads the questions: read, check the shape, build, check that what they name is there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ruimbaan.core.journey.questionnaire import Questionnaire
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.routecheck.building import build
from ruimbaan.integrations.routecheck.loose_ends import loose_ends
from ruimbaan.integrations.routecheck.problems import QuestionnaireInvalid


def load_questionnaire(path: Path, regions: Mapping[str, Text]) -> Questionnaire:
    """The questions in this file; `regions` are what one can choose from, by id.

    Raises QuestionnaireInvalid with the first thing that is wrong.
    """
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise _invalid(path, "-", type(error).__name__) from error
    for fault in sorted(_validator().iter_errors(content), key=lambda found: list(found.path)):
        raise _invalid(path, "/".join(map(str, fault.absolute_path)) or "-", fault.message)
    questionnaire = build(content, regions)
    for where, what in loose_ends(questionnaire):
        raise _invalid(path, where, what)
    return questionnaire


@cache
def schema() -> dict[str, Any]:
    """The published schema of the questions."""
    text = files(__package__).joinpath("routecheck.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def _invalid(path: Path, where: str, what: str) -> QuestionnaireInvalid:
    return QuestionnaireInvalid(file=path.name, where=where, what=what)
