# SPDX-License-Identifier: EUPL-1.2
"""Who used room, or how often, is told to nobody but the addressee of a request: no table, no line of
the log, no page of anybody else, no list and no command. Who holds the server and the keys can read
what they can read; docs/explanation/room-asked-and-noted.md says so."""

from __future__ import annotations

import json
import re

import pytest
from django.apps import apps
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.discretion.asking.models import RequestRecord
from ruimbaan.parts.discretion.noting.models import Notebook, Offer, OwnRoom, Pattern
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.outbox.queries import list_unsent
from tests.addresses import read
from tests.trust.people import account, worker
from tests.trust.room_used import MARK, Scene, logged, scene, shown_to, stored, use_room
from tests.trust.visiting import visitor

pytestmark = pytest.mark.django_db
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Kq3v")
LOOKED_AT = [
    one.path
    for one in read()
    if one.login == "yes"
    and one.is_page
    and not ID.search(one.path)
    and not one.path.startswith("/mijn/inloggen")  # a new secret each time, of the reader
]
OF_THE_OWN_FILE = ("room_noting_ownroom", "trust_access", "{")  # and the log of looking in it
HELD = {RequestRecord, Notebook, OwnRoom, Offer, Pattern}


@pytest.fixture
def here() -> Scene:
    return scene()


def administrator(organisation: Organisation) -> Account:
    return worker(organisation, Role.ADMINISTRATOR).account


def test_nothing_in_the_database_says_who(here: Scene):
    before = stored()

    use_room(here)

    new = stored() - before
    assert len(new) >= 6  # requests, a notebook, an offer, a pattern, letters
    for trace in (*here.worker, MARK, "De Kade"):
        assert [row for row in new if trace in row] == []
    outside = [row for row in new if not row.startswith(OF_THE_OWN_FILE)]
    assert len(outside) < len(
        new
    )  # what the person keeps is of the own file, like all that is in it
    for trace in here.person:
        assert [row for row in outside if trace in row] == []


def test_how_often_cannot_be_counted_by_owner(here: Scene):
    use_room(here)
    one = {
        name
        for row in RequestRecord.objects.values_list("of_asker", "of_person", "link")
        for name in row
    }

    assert RequestRecord.objects.count() == 2
    assert len(one) == 6  # no name comes twice: not of one asker, nor of one person
    assert Notebook.objects.count() == 1  # three notes


def test_the_log_has_no_line_of_noting_and_none_that_says_what(here: Scene):
    before = logged()

    use_room(here)
    visitor(Account.objects.get(pk=here.noor.account_id)).get("/werk/ruimte/notities")
    visitor(Account.objects.get(pk=here.owner)).get("/mijn/ruimte")

    new = [json.loads(line) for line in logged()[len(before) :]]
    assert [(one["action"], one["part"]) for one in new] == [("change", "own"), ("look", "own")]
    for line in new:  # of the person in the own file, as any other look there
        assert {key: line[key] for key in ("organisation", "purpose", "grant")} == {
            "organisation": None,
            "purpose": None,
            "grant": None,
        }


@pytest.mark.parametrize("role", [*Role, None])
def test_no_page_of_anybody_else_changes(here: Scene, role: Role | None):
    """Of the same organisation; without a role somebody with nothing here."""
    place = Organisation.objects.get(pk=here.noor.organisation_id)
    reader = visitor(worker(place, role).account if role else account())
    before = shown_to(reader, LOOKED_AT)

    use_room(here)

    after = shown_to(reader, LOOKED_AT)
    assert {path for path in before if before[path] != after[path]} == set()
    assert not [path for path, (_status, page) in after.items() if MARK in page]


def test_the_list_of_letters_says_neither_who_nor_whom(here: Scene):
    use_room(here)

    told = " ".join(str(letter) for letter in list_unsent()) + " ".join(
        f"{row.kind} {row.key}" for row in Letter.objects.all()
    )

    for trace in (*here.worker, *here.person, MARK, "example.org", "room", "ruimte"):
        assert trace not in told


def test_no_other_part_has_a_way_to_count(here: Scene):
    """Only the rows of this part hold anything of room, and no other table points at them."""
    pointing = {
        (model, field.related_model)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.related_model in HELD
    }

    assert pointing == set()
    for model in HELD - {OwnRoom}:
        assert not [field for field in model._meta.get_fields() if field.is_relation]


def test_work_that_ended_opens_nothing(here: Scene):
    use_room(here)
    MembershipRecord.objects.filter(pk=here.noor.pk).update(ends=timezone.now())
    browser = visitor(Account.objects.get(pk=here.noor.account_id))

    for path in ("/werk/ruimte/notities", "/werk/ruimte/vragen"):
        assert browser.get(path).status_code == 404
