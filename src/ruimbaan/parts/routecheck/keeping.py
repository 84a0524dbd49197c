# SPDX-License-Identifier: EUPL-1.2
"""The small file with answers that somebody keeps: written for its reader, read back strictly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.views.decorators.debug import sensitive_variables

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_answers import TakenOver, take_over, without_never
from ruimbaan.core.journey.questionnaire import Questionnaire
from ruimbaan.core.journey.wishes import all_pages
from ruimbaan.core.kernel.texts import Language, Text

FILE_NAME = "mijn-route.json"
MOST_BYTES = 20_000
KIND = "ruimbaan-routecheck"
NOTE = Text(
    "Dit bestand is van jou. Alleen jij hebt het. Je kunt het openen op de eerste pagina van de "
    "Routecheck. Sommige antwoorden bewaren we nooit; die vul je dan opnieuw in.",
    "This file is yours. Only you have it. You can open it on the first page of the Routecheck. "
    "Some answers we never keep; you fill those in again.",
)
TOP = {"let_op", "soort", "versie", "antwoorden", "eigen_woorden"}
ROW = {"vraag", "antwoord", "code", "keuzes", "dag"}
MUST_TOP, MUST_ROW = {"soort", "versie", "antwoorden"}, {"code", "keuzes"}


class NotOurFile(ValueError):
    """What was opened is no file of the Routecheck, or it was changed. Says nothing of it."""


def write(
    questionnaire: Questionnaire,
    answers: Answers,
    never: frozenset[str],
    language: Language,
    *,
    own_words: bool,
) -> bytes:
    """The file. `never`: facts that are not kept; own words only when one asked for that."""
    kept = without_never(questionnaire, answers, never)
    content: dict[str, Any] = {
        "let_op": NOTE.in_language(language),
        "soort": KIND,
        "versie": questionnaire.version,
        "antwoorden": list(_rows(questionnaire, kept, language)),
    }
    if own_words and answers.own_words:
        content["eigen_woorden"] = answers.own_words
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _rows(
    questionnaire: Questionnaire, kept: Answers, language: Language
) -> Iterator[dict[str, Any]]:
    for page in all_pages(questionnaire, kept):
        for question in page.questions:
            if options := kept.of(question):
                row: dict[str, Any] = {
                    "vraag": question.text.in_language(language),
                    "antwoord": [option.text.in_language(language) for option in options],
                    "code": question.id,
                    "keuzes": [option.id for option in options],
                }
                if question.id in kept.days:
                    row["dag"] = kept.days[question.id].isoformat()
                yield row


@sensitive_variables()
def read(content: bytes, questionnaire: Questionnaire) -> TakenOver:
    """The answers in the file, as far as these questions know them. Raises NotOurFile."""
    try:
        found = json.loads(content, object_pairs_hook=_no_twins, parse_constant=_no_number)
        return _taken_over(found, questionnaire)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotOurFile from None


def _taken_over(found: Any, questionnaire: Questionnaire) -> TakenOver:
    _check_keys(found, TOP, MUST_TOP)
    if found["soort"] != KIND or type(found["versie"]) is not int:
        raise NotOurFile
    rows = found["antwoorden"]
    if not isinstance(rows, list):
        raise NotOurFile
    chosen: dict[str, list[str]] = {}
    days: dict[str, date] = {}
    for row in rows:
        _check_keys(row, ROW, MUST_ROW)
        code, names = row["code"], row["keuzes"]
        if not (isinstance(code, str) and isinstance(names, list)) or code in chosen:
            raise NotOurFile
        if not all(isinstance(name, str) for name in names):
            raise NotOurFile
        chosen[code] = names
        if "dag" in row:
            days[code] = date.fromisoformat(row["dag"])
    words = found.get("eigen_woorden", "")
    if not isinstance(words, str):
        raise NotOurFile
    taken = take_over(questionnaire, chosen, days, words)
    older = found["versie"] != questionnaire.version
    return replace(taken, whole=False) if older else taken


def _check_keys(found: Any, may: set[str], must: set[str]) -> None:
    if not isinstance(found, Mapping) or not must <= found.keys() <= may:
        raise NotOurFile


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotOurFile
    return found


def _no_number(_: str) -> None:
    raise NotOurFile
