# SPDX-License-Identifier: EUPL-1.2
"""The role of the site in PostgreSQL, without the keys: every row of room, and nothing that says whose.
A pattern is written once and never changed or taken away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from ruimbaan.parts.trust.files import row_rights
from ruimbaan.parts.trust.log import services as access_log
from tests.trust.room_used import MARK, Scene, scene, use_room

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "ruimbaan_site"
TABLES = ("room_asking_requestrecord", "room_noting_notebook", "room_noting_offer")


@pytest.fixture
def used() -> Iterator[Scene]:
    """From here on the connection has the rights of the site and no more."""
    made = scene()
    use_room(made)
    with connection.cursor() as cursor:
        cursor.execute(
            f"DO $$BEGIN CREATE ROLE {SITE} NOSUPERUSER NOBYPASSRLS; "
            "EXCEPTION WHEN duplicate_object THEN NULL; END$$"
        )
        row_rights.hand_out(connection, SITE, apps.get_models(include_auto_created=True))
        cursor.execute(f"SET ROLE {SITE}")
    yield made
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    access_log.close()


def rows(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- our own names
        found = cursor.fetchall()
    assert found
    return "|".join(
        bytes(cell).hex() if isinstance(cell, memoryview | bytes) else str(cell)
        for row in found
        for cell in row
    )


def test_the_site_without_keys_cannot_tell_whose_a_row_is(used: Scene):
    told = " ".join(rows(table) for table in (*TABLES, "room_noting_pattern"))

    for trace in (*used.worker, *used.person, MARK, MARK.encode().hex()):
        assert trace not in told


@pytest.mark.parametrize(
    "act",
    ["UPDATE room_noting_pattern SET effect = 'worse'", "DELETE FROM room_noting_pattern"],
)
def test_a_pattern_is_only_added(used: Scene, act: str):
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act)


def test_what_the_person_kept_is_behind_the_wall_of_the_file(used: Scene):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM room_noting_ownroom")
        assert cursor.fetchone()[0] == 0
