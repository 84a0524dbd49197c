# SPDX-License-Identifier: EUPL-1.2
"""The three regions: whole, in order, in two languages, and careful with what may be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from ruimbaan.core.rules.fact import FactKind, StorePolicy
from ruimbaan.integrations.language import Level, check_text
from ruimbaan.integrations.regions import (
    NoRegions,
    UnknownRegion,
    list_regions,
    load_region,
    region_files,
)
from ruimbaan.integrations.worldfile import LoadedWorld
from ruimbaan.integrations.worldfile.checking import conditions

REGIONS = ("grachtstad", "vestingstad", "waalstad")
KINDS_OF_SUPPORT = set(range(1, 43))
NEVER_KEPT = {
    *("gebruikt-niet", "comorbiditeit", "lichte-klachten", "ernstige-psychische-aandoening"),
    *("psychiatrie-behandeld", "vermoeden-wlz", "oat-nodig", "oat", "medicatie-overbrugd"),
    *("detentie", "titel", "titel-loopt-af", "forensische-indicatie", "re-integratieplan"),
    *("justitieel-verleden", "forensisch-contact", "reclassering", "contact-na-titel"),
    "twee-keer-gemist",
}


@pytest.fixture(scope="module", params=REGIONS)
def loaded(request) -> LoadedWorld:
    return load_region(request.param)


def test_which_regions_there_are():
    assert list_regions() == REGIONS


def test_126_kinds_of_support():
    worlds = [load_region(name).world for name in REGIONS]

    numbered = [s for world in worlds for s in world.services.values() if s.type is not None]
    assert len(numbered) == 126


def test_a_region_has_every_kind_of_support_once(loaded):
    types = [service.type for service in loaded.world.services.values() if service.type]

    assert sorted(types) == sorted(KINDS_OF_SUPPORT)
    assert sum(service.initiative for service in loaded.world.services.values()) == 7


def test_a_region_needs_no_warning(loaded):
    assert loaded.warnings == ()
    assert len(loaded.persons) == 1
    assert len(loaded.starts) == 14


def test_what_may_never_be_kept(loaded):
    never = {f.id for f in loaded.world.facts.values() if f.store is StorePolicy.NEVER}

    assert never == NEVER_KEPT


def test_everything_has_its_words_in_both_languages(loaded):
    world = loaded.world
    texts = [(fact.id, text) for fact in world.facts.values() for text in (fact.label, fact.short)]
    texts += [(service.id, service.label) for service in world.services.values()]
    texts += [(s.id, s.bring) for s in world.services.values() if s.bring.nl]
    texts += [(goal.fact, goal.why) for goal in loaded.situations[loaded.persons[0]].goals]

    assert [name for name, text in texts if not (text.nl and text.en)] == []
    remarks = {
        (name, found.said)
        for name, text in texts
        for found in [*check_text(text.nl, "nl", Level.A2), *check_text(text.en, "en", Level.A2)]
    }
    assert remarks == set()


def test_whoever_made_something_can_be_found(loaded):
    """A fact that services need comes from somewhere: a service, the person, the region, or a yes."""
    world = loaded.world
    given = {gift.fact for service in world.services.values() for gift in service.gives}
    for fact in world.facts.values():
        if fact.kind is FactKind.MADE and not fact.id.startswith("krijgt."):
            assert fact.id in given, fact.id


def test_what_no_one_gives_is_passed_only_by_bending_its_rule(loaded):
    world = loaded.world
    asked = [c for s in world.services.values() for need in s.needs for c in conditions(need)]

    for fact in world.facts.values():
        if fact.kind is FactKind.DISCRETION:
            rules = {found.rule for found in asked if found.fact == fact.id}
            assert rules
            assert None not in rules


def test_a_handover_goes_from_one_organisation_to_another(loaded):
    services = loaded.world.services
    letter = loaded.world.region[0].upper()

    treats, supports = services[f"{letter}08"].provider, services[f"{letter}23"].provider
    assert treats != supports


def test_an_admission_says_what_it_takes(loaded):
    services, letter = loaded.world.services, loaded.world.region[0].upper()

    for name in (f"{letter}06", f"{letter}09"):
        lost = {(loss.fact, loss.rule, loss.after) for loss in services[name].takes}
        assert lost == {("slaapplek", f"R52-{letter}", 3), ("hele-bijstand", "R15", 0)}


def test_waits_say_how_far_they_lie_apart(loaded):
    waits = [s.wait for s in loaded.world.services.values() if s.type and (s.wait.days or 0) > 0]

    numbered = [service for service in loaded.world.services.values() if service.type is not None]
    one_number = [s.id for s in numbered if s.wait.days and s.wait.p90 is None]
    assert one_number == []
    with_spread = [wait for wait in waits if wait.p90 is not None]
    assert len(with_spread) > 25
    for wait in with_spread:
        assert wait.p50 is not None
        assert wait.p90 is not None
        assert wait.p50 <= wait.p90
        assert wait.as_of is not None
        assert wait.source


def test_no_rule_of_another_city(loaded):
    letter = loaded.world.region[0].upper()

    local = {rule.rsplit("-", 1)[1] for rule in loaded.world.rules if "-" in rule}
    assert local == {letter}


def test_a_region_that_is_not_there():
    with pytest.raises(UnknownRegion) as refusal:
        region_files("waalsad")

    assert refusal.value.explain("nl").advice.startswith("Kies uit: waalstad")


def test_a_folder_without_regions(tmp_path):
    with pytest.raises(NoRegions) as refusal:
        list_regions(tmp_path)

    assert str(tmp_path) in refusal.value.explain("en").cause


def test_another_folder_can_hold_the_regions(tmp_path):
    place = tmp_path / "demo" / "veenland"
    place.mkdir(parents=True)
    (place / "region.yaml").write_text("region: {id: veenland, as_of: 2026-11-21}\n")
    for name in ("regels/nl", "regels/veenland", "demo/gedeeld"):
        file = tmp_path / name / "facts.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(f"facts: {{{Path(name).name}: {{}}}}\n")

    loaded = load_region("veenland", data=tmp_path)

    assert list_regions(tmp_path) == ("veenland",)
    assert set(loaded.world.facts) == {"nl", "veenland", "gedeeld"}
