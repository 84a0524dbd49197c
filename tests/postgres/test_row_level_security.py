# SPDX-License-Identifier: EUPL-1.2
"""The third wall: PostgreSQL itself shows no row of a file that was not opened, also when every
line of ours forgot to ask. All as the role of the site, which owns no table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, ProgrammingError, connection, transaction
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey.models import StoryText, Wish
from ruimbaan.parts.trust.files import row_policies, row_rights
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.log import tables
from ruimbaan.parts.trust.queries import tables_without_wall
from ruimbaan.parts.trust.services import open_file
from ruimbaan.parts.trust.walls import PartRecord
from ruimbaan.project import trust_checks
from tests.trust.people import account, file_of, give, row

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "ruimbaan_site"


@pytest.fixture
def journey() -> Journey:
    """Filled before the site gets its role; another file is filled too."""
    filled()
    return filled()


@pytest.fixture
def as_the_site(journey: Journey) -> Iterator[None]:
    """From here on the connection has the rights of the site and no more."""
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


def owner_of(journey: Journey) -> Actor:
    assert journey.owner_id is not None
    return actor_for(journey.owner_id)


def filled() -> Journey:
    """As the owner of the tables, who is no exception: within an opening."""
    made = file_of(account())
    with open_file(
        owner_of(made), made.id, frozenset(Part), action=Action.CHANGE, now=timezone.now()
    ):
        row(Wish, made)
        row(StoryText, made)
    return made


def rows(model: type[PartRecord]) -> int:
    """Past our own wall, straight to the table."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")  # noqa: S608 -- our own names
        found: int = cursor.fetchone()[0]
    return found


def seen(journey: Journey, *parts: Part) -> tuple[int, int]:
    with open_file(owner_of(journey), journey.id, frozenset(parts), now=timezone.now()):
        return rows(Wish), rows(StoryText)


def test_every_table_of_a_file_has_its_wall():
    assert row_policies.part_tables()
    assert tables_without_wall(connection) == ()


def test_a_wall_that_is_gone_is_noticed():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journey_wish NO FORCE ROW LEVEL SECURITY")
    try:
        assert tables_without_wall(connection) == ("journey_wish",)
        assert [fault.id for fault in trust_checks.wall_faults(connection)] == ["ruimbaan.E017"]
    finally:
        row_policies.put_up(connection, row_policies.part_tables())
    assert tables_without_wall(connection) == ()


def breaks_at(begin: str) -> Any:
    """A statement that begins so does not get through, as when somebody holds the table too long."""

    def stop(execute: Any, statement: str, *rest: Any) -> Any:
        if statement.startswith(begin):
            raise OperationalError(begin)
        return execute(statement, *rest)

    return connection.execute_wrapper(stop)


@pytest.mark.parametrize("begin", ["CREATE POLICY opened_to_look", "CREATE POLICY opened_to_write"])
def test_a_wall_that_cannot_be_put_up_anew_stays_as_it_was(begin: str):
    with breaks_at(begin), pytest.raises(OperationalError):
        row_policies.put_up(connection, row_policies.part_tables())

    assert tables_without_wall(connection) == ()


@pytest.mark.parametrize("table", ["journey_wish", "trust_access"])
def test_rights_that_cannot_be_given_anew_stay_as_they_were(as_the_site: None, table: str):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        tables.only_adding(connection, SITE)
        with breaks_at("GRANT SELECT, INSERT"), pytest.raises(OperationalError):
            row_rights.hand_out(connection, SITE, [Wish])
        with breaks_at("GRANT SELECT, INSERT"), pytest.raises(OperationalError):
            tables.only_adding(connection, SITE)
        cursor.execute("SELECT has_table_privilege(%s, %s, 'INSERT')", [SITE, table])
        assert cursor.fetchone() == (True,)


def test_without_an_opening_there_are_no_rows(journey: Journey, as_the_site: None):
    assert rows(Wish) == 0


def test_an_opening_shows_its_own_file_and_parts_only(journey: Journey, as_the_site: None):
    assert seen(journey, Part.WISHES) == (1, 0)
    assert seen(journey, Part.STORY) == (0, 1)
    assert seen(journey, Part.WISHES, Part.STORY) == (1, 1)
    assert rows(Wish) == 0


def test_an_opening_within_another_gives_the_first_one_back(journey: Journey, as_the_site: None):
    actor = owner_of(journey)
    now = timezone.now()

    with open_file(actor, journey.id, frozenset({Part.WISHES}), now=now):
        with open_file(actor, journey.id, frozenset({Part.STORY}), now=now):
            assert (rows(Wish), rows(StoryText)) == (0, 1)
        assert (rows(Wish), rows(StoryText)) == (1, 0)


def test_who_was_shown_one_part_gets_one_part(journey: Journey, as_the_site: None):
    close_one = account()
    give(journey, Part.WISHES, (PartyKind.ACCOUNT, close_one.id))
    actor = actor_for(close_one.id)

    with open_file(
        actor,
        journey.id,
        frozenset(Part),
        purpose=Purpose.SUPPORT,
        now=timezone.now() + timedelta(seconds=1),
    ):
        assert (rows(Wish), rows(StoryText)) == (1, 0)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journey_wish SET version = 2",
        "DELETE FROM journey_wish",
    ],
)
def test_looking_changes_no_row(journey: Journey, as_the_site: None, statement: str):
    with (
        open_file(owner_of(journey), journey.id, frozenset(Part), now=timezone.now()),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
        assert cursor.rowcount == 0
        assert rows(Wish) == 1


def test_a_row_cannot_be_put_in_another_file(journey: Journey, as_the_site: None):
    elsewhere = Journey.objects.create(opened=timezone.now())
    actor = owner_of(journey)

    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        open_file(actor, journey.id, frozenset(Part), action=Action.CHANGE, now=timezone.now()),
    ):
        row(Wish, elsewhere)


def test_the_site_cannot_take_down_the_wall(journey: Journey, as_the_site: None):
    for statement in (
        "ALTER TABLE journey_wish DISABLE ROW LEVEL SECURITY",
        "DROP POLICY opened_to_look ON journey_wish",
        "TRUNCATE journey_wish",
    ):
        with (
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_superuser_is_refused_at_the_start_and_the_site_is_not(as_the_site: None):
    assert trust_checks.role_faults(connection) == []
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")

    assert {fault.id for fault in trust_checks.role_faults(connection)} == {
        "ruimbaan.E015",
        "ruimbaan.E016",
    }


def test_our_own_wall_and_this_one_agree(journey: Journey, as_the_site: None):
    with open_file(
        owner_of(journey), journey.id, frozenset({Part.WISHES}), now=timezone.now()
    ) as opened:
        assert Wish.objects.within(opened).count() == rows(Wish) == 1
