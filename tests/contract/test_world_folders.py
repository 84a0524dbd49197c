# SPDX-License-Identifier: EUPL-1.2
"""A world in many files: the same world, whatever the files look like."""

from __future__ import annotations

import pytest

from ruimbaan.integrations.worldfile import WorldErrors, load_world, load_world_files
from tests.contract.worlds.writing import errors_of, load, write

WHOLE = """
region: {id: veenland, as_of: 2026-11-21}
rules: {r: {title: Regel, class: policy}}
facts: {adres: {}, woning: {label: Woning}}
services:
  - {id: balie, needs: [{fact: woning, rule: r}], wait: {days: 14}, gives: [{fact: adres}]}
  - {id: kamer, gives: [{fact: woning, valid: 6m}]}
region_facts: [woning, {fact: adres, until: 3}]
"""


@pytest.fixture
def parts(tmp_path):
    write(tmp_path, "services: [{id: kamer, gives: [{fact: woning, valid: 180}]}]", "b/kamer.yaml")
    write(
        tmp_path,
        """# een opmerking
services:
  - gives:
      - fact: adres
    id: balie
    wait: {days: 2w}
    needs: [{rule: r, fact: "woning"}]
region_facts: [{until: 3d, fact: adres}]
""",
        "a.yaml",
    )
    write(tmp_path, "facts: {woning: {label: Woning}}\nregion_facts: [woning]", "b/c/facts.yaml")
    write(tmp_path, "facts: {adres: {}}\nregion: {as_of: 2026-11-21, id: veenland}", "z.yaml")
    write(tmp_path, "rules: {r: {class: policy, title: Regel}}", "rules.yaml")
    return tmp_path


def test_order_layout_and_comments_do_not_change_a_world(tmp_path, parts):
    whole = load(tmp_path / "elsewhere", WHOLE).world
    (tmp_path / "elsewhere" / "world.yaml").unlink()

    together = load_world(parts).world

    assert together == whole
    assert together.digest == whole.digest
    assert len(whole.digest) == 64


def test_files_can_be_named_one_by_one_in_any_order(parts):
    files = sorted(parts.rglob("*.yaml"))

    worlds = [load_world_files(files).world, load_world_files([*reversed(files), parts]).world]

    assert worlds == [load_world(parts).world] * 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("days: 14", "days: 15"),
        ("title: Regel", "title: Andere regel"),
        ("region_facts: [woning,", "region_facts: ["),
        ("as_of: 2026-11-21", "as_of: 2026-11-22"),
        ("{label: Woning}", "{label: Woning, again: no}"),
    ],
)
def test_other_content_has_another_digest(tmp_path, before, after):
    changed = WHOLE.replace(before, after)

    assert changed != WHOLE
    assert load(tmp_path, changed).world.digest != load(tmp_path, WHOLE).world.digest


def test_other_files_and_hidden_folders_are_left_alone(parts):
    world = load_world(parts).world
    write(parts, "niet: van ons", "notes.txt")
    write(parts, "niet: van ons", "old.yml")
    write(parts, "niet: van ons", ".hidden.yaml")
    write(parts, "niet: van ons", ".git/config.yaml")

    assert load_world(parts).world == world


def test_the_same_name_in_two_files_is_said_with_both_places(parts):
    again = write(parts, "facts: {adres: {}}\nservices:\n  - id: balie\n", "c.yaml")

    errors = errors_of(parts)

    assert [error.code for error in errors] == ["RB-WRL-040", "RB-WRL-040"]
    service, fact = errors
    assert (service.place.file, service.place.line) == (str(again), 3)
    assert str(parts / "a.yaml") + ":5:5" in service.explain("nl").cause
    assert (fact.place.file, fact.place.line) == (str(parts / "z.yaml"), 1)
    assert str(again) + ":1:9" in fact.explain("en").cause


def test_a_person_and_a_situation_cannot_share_a_name(tmp_path):
    someone = "{id: stella, goals: [{fact: adres, needed_by: 1}]}"

    with pytest.raises(WorldErrors) as refusal:
        load(tmp_path, f"facts: {{adres: {{}}}}\nperson: {someone}\nsituations: [{someone}]")

    assert [error.code for error in refusal.value.errors] == ["RB-WRL-040"]


def test_two_regions_are_not_one_world(parts):
    write(parts, "region: {id: grachtstad}", "q.yaml")

    error = errors_of(parts)[0]

    assert error.code == "RB-WRL-058"
    assert "grachtstad" in error.explain("en").cause
    assert "veenland" in error.explain("en").cause


def test_files_together_are_no_larger_than_one_world_may_be(tmp_path):
    for part in "ab":
        services = "".join(f"- id: {part}{number}\n" for number in range(2_501))
        write(tmp_path, f"services:\n{services}", f"{part}.yaml")

    assert [error.code for error in errors_of(tmp_path)] == ["RB-WRL-030"]


def test_wrong_files_are_all_named_at_once(parts):
    write(parts, "rules: [", "broken.yaml")
    write(parts, b"\xff\xfe\x00", "binary.yaml")
    write(parts, "fact: {}", "typo.yaml")

    errors = errors_of(parts)

    found = [(error.code, error.place.file.rsplit("/")[-1]) for error in errors]
    assert found == [
        ("RB-WRL-007", "binary.yaml"),
        ("RB-WRL-008", "broken.yaml"),
        ("RB-WRL-020", "typo.yaml"),
    ]
