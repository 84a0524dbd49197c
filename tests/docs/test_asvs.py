# SPDX-License-Identifier: EUPL-1.2
"""Each requirement of ASVS has an answer, and what an answer names is there."""

from __future__ import annotations

import yaml

from tests.docs.named_tests import is_test, is_there
from tools.asvs_page import MAP, STATUSES, answers, levels

KEYS = {"status", "how", "where"}
FEWEST_SIGNS = 12


def test_every_id_is_answered_once_and_in_order():
    ids = [line.partition(":")[0] for line in MAP.read_text(encoding="utf-8").splitlines()]
    written = [uid for uid in ids if uid.startswith("V")]

    assert written == list(levels()) == list(answers())
    assert len([uid for uid, level in levels().items() if level < 3]) == 246


def test_an_answer_has_a_status_and_a_sentence():
    wrong = {
        uid: one
        for uid, one in answers().items()
        if one["status"] not in STATUSES
        or not one.keys() <= KEYS
        or len(one["how"]) < FEWEST_SIGNS
        or not one["how"].endswith(".")
    }

    assert wrong == {}


def test_what_is_named_is_there():
    gone = [
        (uid, named)
        for uid, one in answers().items()
        for named in one.get("where", ())
        if not is_there(named)
    ]

    assert gone == []


def test_tested_names_a_test_and_only_what_does_not_apply_names_nothing():
    found = answers()
    untested = [
        uid
        for uid, one in found.items()
        if one["status"] == "tested" and not any(map(is_test, one.get("where", ())))
    ]
    nowhere = [
        uid
        for uid, one in found.items()
        if (one["status"] == "not applicable") == bool(one.get("where"))
    ]

    assert untested == []
    assert nowhere == []


def test_this_test_sees_what_is_not_there(tmp_path):
    here = "tests/docs/test_asvs.py"
    file = tmp_path / "map.yaml"
    file.write_text("V1.1.1: {status: tested, how: x}\n", encoding="utf-8")

    assert [is_there(f"{here}{end}") for end in ("", "::test_gone", "x")] == [True, False, False]
    assert is_there(f"{here}::test_this_test_sees_what_is_not_there")
    assert answers(file) == yaml.safe_load(file.read_text(encoding="utf-8"))
