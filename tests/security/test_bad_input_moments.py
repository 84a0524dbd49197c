# SPDX-License-Identifier: EUPL-1.2
"""Two things at one moment: stopping while a page is being made, a grant that ends just now, a form
that comes twice. docs/reference/bad-input.md says which answer belongs to which."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.trust import services as trust
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.own_files import Other, Person, close_one, person, showing

WISHES = frozenset({Part.WISHES})


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    sterre.writes("wensen", words="Mijn zoon weer thuis.")
    return sterre


@pytest.fixture
def oma(sterre: Person) -> Other:
    oma = close_one()
    sterre.knows(oma.party)
    sterre.shows(oma.party, "wishes", why="nabij")
    return oma


def test_a_page_is_of_the_moment_of_its_row_in_the_log_and_the_next_is_not_there(
    sterre: Person, oma: Other
):
    """Stopped between the look and the reading: what was decided and logged is still shown once."""
    actor = actor_for(oma.account.pk)
    with trust.open_file(
        actor, sterre.journey, WISHES, purpose=Purpose.NEARNESS, now=timezone.now()
    ) as opening:
        sterre.client.post(f"/mijn/delen/{GrantRecord.objects.get().pk}/stop")
        (told,) = entries.read(opening, OF_PART[Part.WISHES])

    assert told.values["words"] == "Mijn zoon weer thuis."
    assert oma.look(sterre, "nabij").status_code == 404


@pytest.mark.parametrize("fold", [0, 1])
def test_in_the_night_that_has_an_hour_twice_a_grant_ends_on_its_own_moment(
    sterre: Person, oma: Other, fold: int
):
    """25 October 02:30 comes twice; only one of the two is the end."""
    ends = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Amsterdam"), fold=fold)
    GrantRecord.objects.update(starts=ends - timedelta(days=1), ends=ends)
    actor = actor_for(oma.account.pk)

    def is_open(moment: datetime) -> bool:
        try:
            with trust.open_file(
                actor, sterre.journey, WISHES, purpose=Purpose.NEARNESS, now=moment
            ):
                return True
        except trust.Refused:
            return False

    instant = ends.astimezone(ZoneInfo("UTC"))
    hour, moment = timedelta(hours=1), timedelta(microseconds=1)
    assert [is_open(instant + shift) for shift in (-hour, -moment)] == [True, True]
    assert [is_open(instant + shift) for shift in (timedelta(0), moment, hour)] == [False] * 3


def test_a_yes_that_is_sent_again_after_a_lost_answer_gives_the_first_one(sterre: Person):
    tante = close_one("tante", "Tante")
    sterre.knows(tante.party)
    sent = showing(tante.party, "wishes", why="nabij", doe="ja")

    first, again = (sterre.client.post("/mijn/delen/nieuw", sent) for _ in range(2))

    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert GrantRecord.objects.count() == 1


def test_stopping_twice_keeps_the_first_moment(sterre: Person, oma: Other):
    path = f"/mijn/delen/{GrantRecord.objects.get().pk}/stop"
    sterre.client.post(path)
    first = GrantRecord.objects.get().revoked

    assert sterre.client.post(path).status_code == 302
    assert first is not None
    assert GrantRecord.objects.get().revoked == first


def test_an_id_of_a_form_that_is_none_is_a_form_of_its_own(sterre: Person):
    for form in ("", "1", "\x00", "x" * 5_000, str(uuid4())):
        response = sterre.client.post("/mijn/wensen/nieuw", {"form": form, "words": "Rust."})
        assert response.status_code == 302
