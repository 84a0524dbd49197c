# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL itself shows the name of who holds a mandate only to a question that says for which
organisation it asks. All as the role of the site, which owns no table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.discretion.agreeing import holders
from ruimbaan.parts.discretion.agreeing.models import HolderName, LetterRecord
from ruimbaan.parts.trust.files import row_rights

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "ruimbaan_site"


@pytest.fixture
def letters() -> tuple[LetterRecord, LetterRecord]:
    return letter("Farida"), letter("Daan")


def letter(name: str) -> LetterRecord:
    place = Organisation.objects.create(name=f"Waar {name} werkt")
    row = LetterRecord.objects.create(
        organisation=place,
        starts=date(2026, 1, 1),
        until=date(2030, 1, 1),
        made=timezone.now(),
    )
    holders.keep(row, name)
    return row


@pytest.fixture
def as_the_site(letters: tuple[LetterRecord, LetterRecord]) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"DO $$BEGIN CREATE ROLE {SITE} NOSUPERUSER NOBYPASSRLS; "
            "EXCEPTION WHEN duplicate_object THEN NULL; END$$"
        )
        row_rights.hand_out(connection, SITE, apps.get_models(include_auto_created=True))
        cursor.execute(f"SET ROLE {SITE}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def test_a_name_is_seen_by_its_own_organisation_alone(
    letters: tuple[LetterRecord, LetterRecord], as_the_site: None
):
    mine, other = letters

    assert holders.names_in([mine.organisation_id]) == {mine.pk: "Farida"}
    assert holders.names_in([other.organisation_id]) == {other.pk: "Daan"}
    assert holders.names_in([]) == {}


def test_a_question_that_forgot_to_say_for_whom_gets_nothing(as_the_site: None):
    assert list(HolderName.objects.all()) == []
    assert HolderName.objects.update(name="Iemand") == 0
    assert HolderName.objects.all().delete()[0] == 0


def test_a_name_is_not_written_by_who_did_not_say_for_whom(
    letters: tuple[LetterRecord, LetterRecord], as_the_site: None
):
    mine, _other = letters
    holders.forget(mine)

    with pytest.raises(DatabaseError), transaction.atomic():
        HolderName.objects.create(letter=mine, organisation=mine.organisation, name="Iemand")


def test_a_letter_that_is_taken_back_forgets_its_name(
    letters: tuple[LetterRecord, LetterRecord], as_the_site: None
):
    mine, other = letters

    holders.forget(mine)

    assert holders.names_in([mine.organisation_id, other.organisation_id]) == {other.pk: "Daan"}
