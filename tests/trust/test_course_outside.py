# SPDX-License-Identifier: EUPL-1.2
"""The course of a handoff stands outside the walls of the file: what it holds, and who asks for it."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection, models
from django.utils import timezone

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.handoff import models as course
from ruimbaan.parts.handoff.models import HandoffRecord, NudgeRecord, StepRecord
from tests.parts.handing_over import MARK, by_link, organisation_of, question, send, to
from tests.parts.own_files import Person, person, worker
from tools.paths import ROOT

pytestmark = pytest.mark.django_db
PLACE = Path(course.__file__).parent.parent
OUTSIDE = (HandoffRecord, StepRecord, NudgeRecord)
SEALED = {("HandoffRecord", "sealed"), ("StepRecord", "sealed")}
BARE = (models.UUIDField, models.DateField, models.DateTimeField, models.BigAutoField)
COUNTS = (models.PositiveIntegerField, models.PositiveSmallIntegerField)
CODES_ONLY = {("HandoffRecord", "parts")}  # of parts of a file, as grants have them
WITHOUT_A_LIST = {("HandoffRecord", "region")}  # the short name of a region of this site
COLUMNS = {
    "HandoffRecord": 24,
    "StepRecord": 9,
    "NudgeRecord": 7,
}
"""Whoever adds a column says so here, and in decision 29 what it tells."""
ASKS = {
    "able.py",
    "answering.py",
    "demo.py",
    "in_region.py",
    "letters.py",
    "meetings.py",
    "own_moves.py",
    "presence.py",
    "presentation/person.py",
    "presentation/receiver.py",
    "presentation/secret.py",
    "presentation/work.py",
    "reaching.py",
    "records.py",
    "stopping.py",
    "telling.py",
    "views/link.py",
    "whole.py",
}
"""Every module that asks for a row of the course. One more is one more to look at."""


@pytest.fixture
def sterre() -> Person:
    return person()


def test_it_has_no_column_that_can_hold_a_word():
    for model in OUTSIDE:
        fields = [field for field in model._meta.get_fields() if field.concrete]
        assert len(fields) == COLUMNS[model.__name__], model.__name__
        for field in fields:
            name = (model.__name__, field.name)
            if isinstance(field, models.CharField):
                assert field.choices or name in WITHOUT_A_LIST, name
            elif isinstance(field, models.BinaryField):
                assert name in SEALED
            elif isinstance(field, models.JSONField):
                assert name in CODES_ONLY
            else:
                assert field.is_relation or isinstance(field, (*BARE, *COUNTS)), name


def test_of_a_whole_handoff_no_word_stands_there_unsealed(sterre: Person):
    secrets = ("doel-geheim", "plein-geheim", "oma-geheim", "Deeltijd", "x@geheim.example", MARK)
    link = by_link(sterre, doel=secrets[0], waar=secrets[1], mee=secrets[2])
    link.opens()
    link.answers("nee", reden="area", zeg="zeg-geheim")

    kept = []
    with connection.cursor() as cursor:
        for model in OUTSIDE:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608 -- own name
            kept += [_readable(value) for row in cursor.fetchall() for value in row]

    text = json.dumps(kept)
    assert str(sterre.journey).replace("-", "") in text.replace("-", "")
    assert not [secret for secret in (*secrets, "zeg-geheim") if secret in text]


def test_of_what_is_shown_with_it_only_codes_stand_there(sterre: Person):
    sterre.writes("wensen", words="plein-geheim")
    by_link(sterre, wat="wishes")

    (parts,) = HandoffRecord.objects.values_list("parts", flat=True)
    assert set(parts or ()) == {Part.HANDOFF, Part.WISHES}


def _readable(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def test_only_these_modules_ask_for_its_rows():
    names = {model.__name__ for model in OUTSIDE}
    asking = {
        str(path.relative_to(PLACE))
        for path in PLACE.rglob("*.py")
        if "migrations" not in path.parts and _asks(path, names)
    }
    elsewhere = [
        path
        for path in (ROOT / "src" / "ruimbaan").rglob("*.py")
        if PLACE not in path.parents and any(name in path.read_text("utf-8") for name in names)
    ]

    assert asking == ASKS
    assert elsewhere == []


def _asks(path: Path, names: set[str]) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_base_manager", "_default_manager"}
        and isinstance(node.value, ast.Name)
        and node.value.id in names
        for node in ast.walk(tree)
    )


def test_nobody_reads_the_course_of_somebody_else_on_an_own_page(sterre: Person):
    wim = person("wim", "Wim")
    by_link(sterre)
    row = HandoffRecord.objects.get()

    for path in ("/mijn/overdracht", "/mijn", "/mijn/route", "/mijn/agenda"):
        assert str(row.pk) not in wim.read(path), path


def test_who_is_named_or_stays_reads_no_name_without_a_grant(sterre: Person):
    """A name is of the file: without the grant for the words there is "iemand"."""
    place = Organisation.objects.create(name="De Kade")
    jo, noor = worker("jo"), worker("noor", organisation=place)
    sterre.knows(jo.party)
    stays = f"membership:{jo.party.id}"
    send(sterre, question(to(organisation_of(noor)), stays, stays))
    assert "Sterre" in jo.client.get("/werk").content.decode()

    sterre.client.post("/mijn/dicht", {"doe": "dicht"})

    page = jo.client.get("/werk").content.decode()
    assert "Iemand" in page
    assert "Sterre" not in page


def test_steps_and_wishes_stand_there_as_ids_only(sterre: Person):
    by_link(sterre)
    row = HandoffRecord.objects.get()

    assert {type(value) for value in (row.goal_id, row.step_id)} <= {UUID, type(None)}
    assert row.made <= timezone.now()
