# SPDX-License-Identifier: EUPL-1.2
"""The whole file at once: closed for others for a while, or erased for good."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.take_along import item_as_json
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.discretion.noting.models import OwnRoom
from ruimbaan.parts.handoff.models import HandoffWords
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kinds import KINDS, OF_PATH
from ruimbaan.parts.journey.now.kinds import LOOKING_BACK, SKETCH, TOLD, WHAT
from ruimbaan.parts.journey.queries import whole_file
from ruimbaan.parts.trust import services as trust
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord, Journey
from ruimbaan.parts.trust.files.row_policies import part_tables
from ruimbaan.parts.trust.walls import NotOpened
from tests.parts.handing_over import question, send
from tests.parts.own_files import Person, person, worker
from tests.parts.test_journey_pages import FILLED

ERASE = {"doe": "wis", "zeker": "ja"}
ON_THE_ROUTE = {"route": "Oma bellen", "own_route": "Twee moeilijke dagen."}
OF_NOW = {SKETCH: {"WON": "good"}, LOOKING_BACK: {WHAT: "Kennismaken", TOLD: "no"}}


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    for path, values in FILLED.items():
        assert sterre.writes(path, **values).status_code == 302
    sterre.client.post("/mijn/route/erbij", {"wat": ON_THE_ROUTE["route"]})
    hard = {"doe": "begin", "soort": "hard", "woorden": ON_THE_ROUTE["own_route"]}
    assert sterre.client.post("/mijn/route/voor-mij", hard).status_code == 302
    assert send(sterre, question("link")).status_code == 200
    right = {"form": str(uuid4()), "recht": "rather_not"}
    assert sterre.client.post("/mijn/ruimte/recht", right).status_code == 302
    now = timezone.now()
    with trust.open_file(
        actor_for(sterre.account.pk),
        sterre.journey,
        frozenset(Part),
        action=Action.CHANGE,
        now=now,
    ) as opening:
        for kind, values in OF_NOW.items():
            entries.add(opening, kind, uuid4(), values, now)
    return sterre


@pytest.fixture
def erases_for_good(django_capture_on_commit_callbacks):
    """The key goes when the rows are gone for good; a test never comes that far by itself."""

    def erase(who: Person) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            assert who.client.post("/mijn/wis", ERASE).status_code == 302

    return erase


def counted(journey: UUID) -> dict[str, int]:
    """Past the wall: rows of this file in every table that holds something of a file."""
    found = {}
    with connection.cursor() as cursor:
        for table in part_tables():
            name = table._meta.db_table
            cursor.execute(
                f'SELECT count(*) FROM "{name}" WHERE journey_id = %s',  # noqa: S608 -- own name
                [journey.hex if connection.vendor == "sqlite" else journey],
            )
            found[name] = cursor.fetchone()[0]
    return found


def test_closing_is_undone_by_the_person(sterre: Person):
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")

    sterre.client.post("/mijn/dicht", {"doe": "dicht"})
    closed = noor.look(sterre)
    assert "Alles is even dicht." in sterre.read("/mijn")
    sterre.client.post("/mijn/dicht", {"doe": "open"})

    assert closed.status_code == 404
    assert noor.look(sterre).status_code == 200


def test_while_it_is_closed_the_person_reads_and_writes_on(sterre: Person):
    sterre.client.post("/mijn/dicht", {"doe": "dicht"})

    assert sterre.writes("wensen", words="Rust.").status_code == 302
    assert "Rust." in sterre.read("/mijn/wensen")


def test_every_table_of_files_is_filled_by_this_test(sterre: Person):
    assert all(counted(sterre.journey).values())


def test_every_part_has_a_table():
    assert {kind.part for kind in KINDS} == set(Part) - {Part.HANDOFF}
    assert {kind.table for kind in KINDS} | {HandoffWords, OwnRoom} == set(part_tables())


def test_every_word_of_every_table_can_be_taken_along(sterre: Person):
    now = timezone.now()
    actor = actor_for(sterre.account.pk)
    with trust.open_file(
        actor, sterre.journey, frozenset(Part), action=Action.TAKE_ALONG, now=now
    ) as opening:
        sections = {section.name: section for section in whole_file(opening)}

    assert len(sections) == len(FILLED) + len(ON_THE_ROUTE) + len(OF_NOW)
    for name, words in ON_THE_ROUTE.items():
        (item,) = sections[f"part.{name}"].items
        assert any(words in fact.said for fact in item)
        assert any(words in str(value) for value in item_as_json(item).values())
    for path, values in FILLED.items():
        (item,) = sections[f"part.{OF_PATH[path].part.value}"].items
        told = {fact.name for fact in item if fact.label and fact.has_value}
        assert values.items() <= item_as_json(item).items()
        assert set(values) | {"written"} == told


def test_the_same_form_at_the_same_moment_is_one_row(sterre: Person):
    """Both looked before either wrote: the second finds what the first made."""
    now, kind, row = timezone.now(), OF_PATH["wensen"], uuid4()
    with trust.open_file(
        actor_for(sterre.account.pk),
        sterre.journey,
        frozenset({kind.part}),
        action=Action.CHANGE,
        now=now,
    ) as opening:
        first = entries._create(opening, kind, row, {"words": "Rust."}, now)
        second = entries._create(opening, kind, row, {"words": "Rust."}, now)

        assert first == second
        assert [one.id for one in entries.read(opening, kind)].count(row) == 1


def test_erasing_asks_twice(sterre: Person):
    first = sterre.client.post("/mijn/wis", {"doe": "zeker"}).content.decode()
    without = sterre.client.post("/mijn/wis", {"doe": "wis"})

    assert "Weet je het zeker?" in first
    assert without.status_code == 422
    assert "Zet eerst het vinkje." in without.content.decode()
    assert all(counted(sterre.journey).values())


def test_after_erasing_no_row_key_or_grant_is_left(sterre: Person, erases_for_good):
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes", "story")
    sealed = trust.seal(sterre.journey, "test.test:1", "Mijn zoon weer thuis.")

    erases_for_good(sterre)

    assert not any(counted(sterre.journey).values())
    assert not GrantRecord.objects.filter(revoked=None).exists()
    assert not Acquaintance.objects.exists()
    with pytest.raises(trust.KeyGone):
        trust.unseal(sterre.journey, "test.test:1", sealed)


def test_an_empty_row_stays_for_the_log(sterre: Person, erases_for_good):
    erases_for_good(sterre)

    file = Journey.objects.get(id=sterre.journey)

    assert file.erased is not None
    assert file.owner is None


def test_afterwards_the_person_can_begin_anew(sterre: Person, erases_for_good):
    erases_for_good(sterre)
    assert "Je reis is gewist" in sterre.read("/mijn/gewist")
    assert "Begin mijn reis" in sterre.read("/mijn")

    sterre.client.post("/mijn/begin")

    assert "Er staat nog geen wens." in sterre.read("/mijn/wensen")
    assert Journey.objects.count() == 2


def test_only_the_file_that_was_meant_is_erased(sterre: Person, erases_for_good):
    karim = person("karim", "Karim")
    karim.writes("wensen", words="Een deur die van mij is.")

    erases_for_good(sterre)

    assert "Een deur die van mij is." in karim.read("/mijn/wensen")


def test_nothing_of_a_file_is_written_by_who_may_only_look(sterre: Person):
    now = timezone.now()
    actor = actor_for(sterre.account.pk)
    with trust.open_file(actor, sterre.journey, frozenset(Part), now=now) as opening:
        with pytest.raises(NotOpened):
            trust.erase(opening, now)
        with pytest.raises(NotOpened):
            trust.close_for_others(opening, now)


def test_sharing_a_part_does_not_open_the_whole(sterre: Person):
    now = timezone.now()
    with (
        trust.open_file(
            actor_for(sterre.account.pk),
            sterre.journey,
            frozenset({Part.WISHES}),
            action=Action.SHARE,
            now=now,
        ) as opening,
        pytest.raises(NotOpened),
    ):
        trust.close_for_others(opening, now)
