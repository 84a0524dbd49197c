# SPDX-License-Identifier: EUPL-1.2
"""What the role of the site can see of a handoff without any opening: its course, and not one of the
words. Decision 29 says why."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.handoff.models import HandoffRecord, HandoffWords, Receipt, StepRecord
from ruimbaan.parts.handoff.services import ByLink, Composed, Said, send
from ruimbaan.parts.trust.files import row_rights
from ruimbaan.parts.trust.log import services as access_log
from ruimbaan.parts.trust.services import begin
from tests.trust.people import account

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "ruimbaan_site"
WORDS = ("doel-geheim", "vraag-geheim", "plek-geheim", "mail@geheim.example")


@pytest.fixture
def sent() -> UUID:
    owner = account()
    journey = begin(owner.id, timezone.now())
    myself = Party(PartyKind.ACCOUNT, owner.id)
    said = Said(WORDS[0], WORDS[1], place=WORDS[2])
    composed = Composed(uuid4(), said, ByLink(WORDS[3]), myself, myself)
    return send(actor_for(owner.id), journey, composed, timezone.now()).id


@pytest.fixture
def as_the_site(sent: UUID) -> Iterator[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"DO $$BEGIN CREATE ROLE {SITE} NOSUPERUSER NOBYPASSRLS; "
            "EXCEPTION WHEN duplicate_object THEN NULL; END$$"
        )
        row_rights.hand_out(connection, SITE, apps.get_models(include_auto_created=True))
        cursor.execute(f"SET ROLE {SITE}")
    yield sent
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    access_log.close()


def table(name: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {name}")  # noqa: S608 -- names of our own tables
        return list(cursor.fetchall())


def test_the_course_is_seen_and_the_words_are_not(as_the_site: UUID):
    course = table(HandoffRecord._meta.db_table)
    steps = table(StepRecord._meta.db_table)

    assert [row[0] for row in course] == [as_the_site]
    assert len(steps) == 2  # made and sent
    assert table(HandoffWords._meta.db_table) == []
    for row in (*course, *steps):
        for value in row:
            shown = bytes(value) if isinstance(value, memoryview) else str(value).encode()
            assert not [word for word in WORDS if word.encode() in shown]


def test_a_receipt_can_be_added_and_never_changed_or_taken_away(as_the_site: UUID):
    name = Receipt._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privilege_type FROM information_schema.role_table_grants "
            "WHERE grantee = %s AND table_name = %s ORDER BY 1",
            [SITE, name],
        )
        assert [right for (right,) in cursor.fetchall()] == ["INSERT", "SELECT"]
