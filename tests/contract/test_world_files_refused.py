# SPDX-License-Identifier: EUPL-1.2
"""What is no modest plain text, or no harmless YAML, is refused with one clear error, quickly."""

from __future__ import annotations

import os
import time

import pytest

from ruimbaan.integrations.worldfile import WorldErrors, load_world
from tests.contract.worlds.writing import REGION, errors_of, refused, write

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join(['*' + chr(97 + level)] * 9)}]\n"
    for level in range(20)
)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "RB-WRL-006", 0),
        ("  \n\n", "RB-WRL-006", 0),
        ("# alleen een opmerking\n", "RB-WRL-006", 0),
        ("\ufeff", "RB-WRL-006", 0),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "RB-WRL-007", 0),
        ("region: {id: caf\u00e9}".encode("latin-1"), "RB-WRL-007", 0),
        ("region: {id: a}".encode("utf-16"), "RB-WRL-007", 0),
        (b"region: \x00", "RB-WRL-007", 0),
        ("region: {id: a\nfacts: {}", "RB-WRL-008", 2),
        ("region:\n\t- a", "RB-WRL-008", 2),
        ("a: b: c", "RB-WRL-008", 1),
        ('region: {id: "a', "RB-WRL-008", 1),
        ("[" * 10_000, "RB-WRL-009", 1),
        ("\n".join(" " * n + "a:" for n in range(200)), "RB-WRL-009", 40),
        (BOMB, "RB-WRL-010", 1),
        ("region: {id: a}\nfacts: {b: *c}", "RB-WRL-010", 2),
        ("region: {id: a}\nfacts:\n  <<: *c", "RB-WRL-010", 3),
        ("region: !!python/object/apply:os.system [id]", "RB-WRL-011", 1),
        ("region: {id: !!str a}", "RB-WRL-011", 1),
        ("region: !eigen {id: a}", "RB-WRL-011", 1),
        ("region: {id: a, id: b}", "RB-WRL-012", 1),
        ("region: {id: a}\nfacts:\n  adres: {}\n  adres: {}", "RB-WRL-012", 4),
        ("region: {id: a}\n---\nregion: {id: b}", "RB-WRL-013", 2),
        ("region: {id: a}\nfacts:\n  no: {}", "RB-WRL-014", 3),
        ("region: {id: a}\nfacts: {12: {}}", "RB-WRL-014", 2),
        ("region: {id: a}\n? [a, b]\n: c", "RB-WRL-014", 2),
        ('region: {id: a, title: "\\x1b[31m"}', "RB-WRL-015", 1),
        ('region:\n  title: "\\0"', "RB-WRL-015", 2),
        ("region: {id: a}\nfacts: {a: {label: \x08}}", "RB-WRL-015", 2),
        ('region: {title: "\\ud800"}', "RB-WRL-008", 1),
    ],
)
def test_one_clear_error(tmp_path, text, code, line):
    assert refused(tmp_path, text) == [(code, line)]


def test_the_error_of_a_missing_file_names_it(tmp_path):
    (error,) = errors_of(tmp_path / "nergens.yaml")

    assert error.code == "RB-WRL-001"
    assert "nergens.yaml bestaat niet" in error.explain("nl").cause


def test_a_folder_without_worlds(tmp_path):
    write(tmp_path, "tekst", "readme.txt")

    assert [error.code for error in errors_of(tmp_path)] == ["RB-WRL-003"]


@pytest.mark.parametrize("name", ["a" * 5_000, "a\0b"])
def test_a_name_that_no_file_can_have(tmp_path, name):
    assert [error.code for error in errors_of(tmp_path / name)] == ["RB-WRL-002"]


def test_what_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pijp.yaml")

    assert [error.code for error in errors_of(tmp_path)] == ["RB-WRL-002"]


def test_a_file_of_50_mb_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    started = time.perf_counter()
    errors = errors_of(path)

    assert [error.code for error in errors] == ["RB-WRL-004"]
    assert time.perf_counter() - started < 1


def test_a_file_of_very_many_values_is_refused(tmp_path):
    assert refused(tmp_path, "facts: [" + "a," * 400_001 + "]") == [("RB-WRL-016", 1)]


def test_a_bomb_is_refused_within_a_second(tmp_path):
    started = time.perf_counter()
    refused(tmp_path, BOMB)

    assert time.perf_counter() - started < 1


def test_a_world_is_at_most_20_mb(tmp_path):
    comment = "# " + "x" * 9_000_000
    for number in range(3):
        write(tmp_path, comment, f"{number}.yaml")

    assert [error.code for error in errors_of(tmp_path)] == ["RB-WRL-005"]


def test_a_world_is_at_most_500_files(tmp_path):
    for number in range(501):
        write(tmp_path, "facts: {}", f"{number}.yaml")

    assert [error.code for error in errors_of(tmp_path)] == ["RB-WRL-005"]


def test_names_of_files_cannot_steer_a_terminal(tmp_path):
    write(tmp_path, "a: b", "\x1b[2J.yaml")

    (error,) = errors_of(tmp_path)

    assert "\x1b" not in str(error.place)


def test_text_that_only_looks_strange_is_kept_to_the_letter(tmp_path):
    strange = "\u202eomgekeerd\u202c \u200b 👩‍👧 <script> {{ x }} {0} %s"
    path = write(tmp_path, REGION + f"facts: {{a: {{label: '{strange}'}}}}")

    assert load_world(path).world.facts["a"].label.nl == strange


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path):
    path = write(tmp_path, "\ufeff" + REGION.strip() + "\r\nfacts: {a: {}}\r\n")

    assert set(load_world(path).world.facts) == {"a"}


def test_plain_words_are_what_they_look_like(tmp_path):
    """No octal, no sexagesimal, no dates as objects: what is no whole number stays text."""
    path = write(
        tmp_path,
        REGION + "rules:\n  r: {title: 010, class: policy, source: 4:84, mandate: 2026-11-21}\n",
    )

    rule = load_world(path).world.rules["r"]

    assert (rule.title.nl, rule.source, rule.mandate.nl) == ("010", "4:84", "2026-11-21")


def test_everything_wrong_is_told_in_one_block(tmp_path):
    path = write(tmp_path, "regio: {}\nfact: {}")

    with pytest.raises(WorldErrors) as refusal:
        load_world(path)

    block = refusal.value.explain("nl").splitlines()
    assert block[0] == f"RB-WRL-020  {path}:1:1"
    assert block[1] == 'De sleutel "regio" bestaat hier niet.'
    assert block[2].endswith('Bedoel je "region"?')
    assert block[3] == "En nog 1 andere."
    assert str(refusal.value) == refusal.value.explain("nl")
