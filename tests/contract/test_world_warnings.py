# SPDX-License-Identifier: EUPL-1.2
"""What deserves a look, and does not stop anybody."""

from __future__ import annotations

import pytest

from tests.contract.worlds.writing import load

RULE = "rules: {r: {title: R, class: policy}}\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("facts: {a: {}}\nservices:\n  - {id: s}", "RB-WRL-101", 4),
        (
            "facts: {a: {again: no}}\nservices: [{id: s, gives: [{fact: a, valid: 9}]}]",
            "RB-WRL-102",
            3,
        ),
        ("facts: {a: {}}\nservices: [{id: s, gives: [{fact: a, valid: 9}]}]", "RB-WRL-103", 3),
        (
            (
                "facts: {a: {}, b: {kind: made}}\n"
                "services: [{id: s, needs: [{fact: b}], gives: [{fact: a}]}]"
            ),
            "RB-WRL-104",
            2,
        ),
        (
            "facts: {a: {}}\nperson: {id: p, goals: [{fact: a, needed_by: 1024}]}",
            "RB-WRL-105",
            3,
        ),
        (
            "facts: {a: {}}\nservices: [{id: s, wait: {days: 9, shorten_to: 3}, gives: [{fact: a}]}]",
            "RB-WRL-106",
            3,
        ),
        (
            (
                "facts: {a: {}, b: {}}\n"
                "services: [{id: s, needs: [{fact: b}], gives: [{fact: a}],\n"
                "    takes: [{fact: b}]}]"
            ),
            "RB-WRL-108",
            4,
        ),
        (
            (
                "facts: {a: {}}\n"
                "person: {id: p, goals: [{fact: a, needed_by: 1}],\n"
                "    appointments_a_week: 0}"
            ),
            "RB-WRL-109",
            4,
        ),
        (
            (
                "facts: {a: {again: yes}}\n"
                "services: [{id: s, gives: [{fact: a, valid: 9, longer: 20}]}]"
            ),
            "RB-WRL-106",
            3,
        ),
    ],
)
def test_one_warning(tmp_path, text, code, line):
    loaded = load(tmp_path, text)

    assert [(warning.code, warning.place.line) for warning in loaded.warnings] == [(code, line)]
    (warning,) = loaded.warnings
    assert all(warning.explain(language).advice for language in ("nl", "en"))


@pytest.mark.parametrize(
    "text",
    [
        "facts: {a: {again: yes}}\nservices: [{id: s, gives: [{fact: a, valid: 9}]}]",
        "facts: {a: {kind: discretion}}\nservices: [{id: s, needs: [{fact: a}], gives: [{fact: krijgt.s}]}]",
        (
            "facts: {a: {kind: made}}\nregion_facts: [a]\n"
            "services: [{id: s, needs: [{fact: a}], gives: [{fact: krijgt.s}]}]"
        ),
        RULE + "facts: {a: {}}\n"
        "services: [{id: s, wait: {days: 9, rule: r, shorten_to: 3}, gives: [{fact: a}]}]",
    ],
)
def test_nothing_to_say(tmp_path, text):
    assert load(tmp_path, text).warnings == ()
