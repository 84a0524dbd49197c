# SPDX-License-Identifier: EUPL-1.2
"""The second wall: whatever one forgets, a query on a file that nobody opened raises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Count

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.models import StoryText, Wish
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.files.row_policies import part_tables
from ruimbaan.parts.trust.walls import NotOpened, PartRecord
from tests.trust.people import account, file_of, opening, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey() -> Journey:
    return file_of(account())


@pytest.fixture
def other() -> Journey:
    found = file_of(account())
    row(Wish, found, b"of another")
    return found


FORGOTTEN: dict[str, Callable[[], Any]] = {
    "all": lambda: list(Wish.objects.all()),
    "get": lambda: Wish.objects.get(sealed=b"of another"),
    "filter": lambda: list(Wish.objects.filter(version=1)),
    "first": lambda: Wish.objects.first(),
    "latest": lambda: Wish.objects.latest("written"),
    "count": lambda: Wish.objects.count(),
    "len": lambda: len(Wish.objects.all()),
    "bool": lambda: bool(Wish.objects.all()),
    "exists": lambda: Wish.objects.exists(),
    "contains": lambda: Wish.objects.contains(Wish()),
    "aggregate": lambda: Wish.objects.aggregate(Count("id")),
    "values": lambda: list(Wish.objects.values("sealed")),
    "values_list": lambda: list(Wish.objects.values_list("sealed", flat=True)),
    "dates": lambda: list(Wish.objects.datetimes("written", "year")),
    "iterator": lambda: list(Wish.objects.iterator()),
    "in_bulk": lambda: Wish.objects.in_bulk(),
    "index": lambda: Wish.objects.all()[0],
    "explain": lambda: Wish.objects.all().explain(),
    "raw": lambda: list(Wish.objects.raw("SELECT * FROM journey_wish")),
    "extra": lambda: list(Wish.objects.extra(where=["1=1"])),
    "base manager": lambda: list(Wish._base_manager.all()),
    "default manager": lambda: list(Wish._default_manager.all()),
    "union": lambda: list(Wish.objects.union(Wish.objects.all())),
    "or": lambda: list(Wish.objects.filter(version=1) | Wish.objects.filter(version=2)),
    "update": lambda: Wish.objects.update(version=2),
    "delete": lambda: Wish.objects.all().delete(),
    "create": lambda: Wish.objects.create(sealed=b""),
    "bulk_create": lambda: Wish.objects.bulk_create([Wish(sealed=b"")]),
    "bulk_update": lambda: Wish.objects.bulk_update([Wish(sealed=b"")], ["version"]),
    "get_or_create": lambda: Wish.objects.get_or_create(version=9),
    "save": lambda: Wish(sealed=b"").save(),
    "refresh": lambda: Wish().refresh_from_db(),
}


@pytest.mark.parametrize("ask", FORGOTTEN.values(), ids=FORGOTTEN)
def test_a_query_that_nobody_opened_raises(other: Journey, ask: Callable[[], Any]):
    with pytest.raises(NotOpened):
        ask()


def test_an_opening_shows_the_rows_of_its_file_only(journey: Journey, other: Journey):
    mine = row(Wish, journey)

    assert list(Wish.objects.within(opening(journey, Part.WISHES))) == [mine]


def test_an_opening_of_another_part_shows_nothing(journey: Journey):
    row(Wish, journey)

    assert list(Wish.objects.within(opening(journey, Part.STORY))) == []


def test_an_opening_that_ended_shows_nothing_and_its_rows_cannot_be_written(journey: Journey):
    row(Wish, journey)
    opened = opening(journey, Part.WISHES)
    query = Wish.objects.within(opened)
    (wish,) = query
    later = query.all()
    opened.ended = True

    with pytest.raises(NotOpened):
        list(later)
    with pytest.raises(NotOpened):
        wish.save()
    with pytest.raises(NotOpened):
        wish.delete()


WRITES: dict[str, Callable[[Any], Any]] = {
    "create": lambda query: query.create(sealed=b""),
    "bulk_create": lambda query: query.bulk_create([Wish(sealed=b"")]),
    "update": lambda query: query.update(version=2),
    "delete": lambda query: query.delete(),
    "save": lambda query: query.get().save(),
    "delete a row": lambda query: query.get().delete(),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_what_was_opened_to_look_at_cannot_be_written(
    journey: Journey, write: Callable[[Any], Any]
):
    row(Wish, journey)

    with pytest.raises(NotOpened):
        write(Wish.objects.within(opening(journey, Part.WISHES, action=Action.LOOK)))


def test_a_row_cannot_move_to_another_file(journey: Journey, other: Journey):
    row(Wish, journey)
    wish = Wish.objects.within(opening(journey, Part.WISHES)).get()
    wish.journey = other

    with pytest.raises(NotOpened):
        wish.save()


def test_a_new_row_lands_in_the_file_that_is_open(journey: Journey, other: Journey):
    opened = opening(journey, Part.STORY)
    made = StoryText(sealed=b"", journey=other, written=journey.opened, changed=journey.opened)

    StoryText.objects.within(opened).bulk_create([made])

    assert StoryText.objects.within(opened).get().journey_id == journey.id


@pytest.mark.parametrize(
    "join",
    [
        lambda mine, theirs: mine | theirs,
        lambda mine, theirs: mine ^ theirs,
        lambda mine, theirs: mine.union(theirs),
    ],
    ids=["or", "xor", "union"],
)
def test_an_answer_cannot_bring_rows_of_another_file_along(
    journey: Journey, other: Journey, join: Callable[[Any, Any], Any]
):
    mine = Wish.objects.within(opening(journey, Part.WISHES))

    for theirs in (Wish.objects.all(), Wish.objects.within(opening(other, Part.WISHES))):
        with pytest.raises(NotOpened):
            list(join(mine, theirs))


def test_a_file_cannot_be_deleted_under_its_rows(journey: Journey):
    row(Wish, journey)

    with pytest.raises(NotOpened):
        journey.delete()


@pytest.mark.parametrize("model", part_tables(), ids=lambda model: model.__name__)
def test_every_table_of_a_file_stands_behind_the_wall(model: type[PartRecord]):
    assert model._meta.base_manager_name == "objects"
    assert isinstance(model.part, Part)
    with pytest.raises(NotOpened):
        list(model._base_manager.all())
