# SPDX-License-Identifier: EUPL-1.2
"""A secret link: shown once, kept as a digest, asked for its code, and gone when it ends."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.trust import queries, services
from ruimbaan.parts.trust.files.giving import Wanted, find_faults
from ruimbaan.parts.trust.links import tokens
from ruimbaan.parts.trust.links.errors import LinkEndsSooner
from ruimbaan.parts.trust.links.finding import MOST_TRIES
from ruimbaan.parts.trust.links.making import MOST_OPEN
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.queries import LinkKind
from ruimbaan.parts.trust.walls import NotOpened
from tests.trust.people import account

pytestmark = pytest.mark.django_db
NOW = timezone.now()
MONTH = timedelta(days=30)


@pytest.fixture
def owner() -> Actor:
    one = account()
    services.begin(one.id, NOW)
    return actor_for(one.id)


@pytest.fixture
def journey(owner: Actor) -> UUID:
    assert owner.account is not None
    found = queries.file_of(owner.account)
    assert found is not None
    return found


def made(
    owner: Actor, journey: UUID, *, form: UUID | None = None, code: bool = True, days: int = 30
) -> services.LinkMade:
    wanted = services.LinkWanted(
        form or uuid4(),
        LinkKind.SUMMARY,
        (Part.WISHES, Part.STORY),
        Purpose.SUPPORT,
        NOW + timedelta(days=days),
        with_code=code,
        about={"for": "Mijn huisarts"},
    )
    whole = frozenset(Part)
    with services.open_file(owner, journey, whole, action=Action.SHARE, now=NOW) as opening:
        return services.make_link(opening, wanted, NOW)


def end(owner: Actor, journey: UUID, link: UUID) -> None:
    whole = frozenset(Part)
    with services.open_file(owner, journey, whole, action=Action.SHARE, now=NOW) as opening:
        services.end_link(opening, link, NOW)


def opens(link: queries.Link, part: Part, now=NOW) -> bool:
    try:
        with services.open_file(
            link.actor, link.journey, frozenset({part}), purpose=link.purpose, now=now
        ):
            return True
    except services.Refused:
        return False


def test_a_link_opens_the_parts_that_were_chosen_and_no_other(owner: Actor, journey: UUID):
    link = made(owner, journey).link

    assert [part for part in Part if opens(link, part)] == [Part.WISHES, Part.STORY]
    assert not opens(link, Part.WISHES, NOW + MONTH)


def test_the_database_holds_neither_the_address_nor_the_code_nor_for_whom(
    owner: Actor, journey: UUID
):
    one = made(owner, journey)
    row = LinkRecord.objects.get()
    kept = repr(vars(row) | {"sealed": bytes(row.sealed)})

    assert one.link.about == {"for": "Mijn huisarts"}
    assert one.token not in kept
    assert one.code not in kept
    assert one.code.replace(" ", "") not in kept
    assert "huisarts" not in kept


def test_an_address_is_found_at_its_own_place_as_long_as_it_runs(owner: Actor, journey: UUID):
    one = made(owner, journey)

    assert queries.find_link(one.token, LinkKind.SUMMARY, NOW) == one.link
    assert queries.find_link(one.token, LinkKind.HANDOFF, NOW) is None
    assert queries.find_link(one.token, LinkKind.SUMMARY, NOW - timedelta(seconds=1)) is None
    assert queries.find_link(one.token, LinkKind.SUMMARY, one.link.ends) is None
    assert queries.find_link(one.token + "x", LinkKind.SUMMARY, NOW) is None
    assert queries.find_link("", LinkKind.SUMMARY, NOW) is None


def test_an_ended_link_opens_nothing_from_the_next_request(owner: Actor, journey: UUID):
    one = made(owner, journey)
    end(owner, journey, one.link.id)
    end(owner, journey, one.link.id)

    assert queries.find_link(one.token, LinkKind.SUMMARY, NOW) is None
    assert not opens(one.link, Part.WISHES)
    assert queries.running_grants(journey, NOW) == ()


def test_somebody_else_cannot_end_it(owner: Actor, journey: UUID):
    one = made(owner, journey)
    other = account()
    services.begin(other.id, NOW)
    theirs = queries.file_of(other.id)
    assert theirs is not None
    end(actor_for(other.id), theirs, one.link.id)

    assert queries.find_link(one.token, LinkKind.SUMMARY, NOW) == one.link


def test_making_and_ending_need_an_opening_to_share(owner: Actor, journey: UUID):
    wanted = services.LinkWanted(
        uuid4(), LinkKind.SUMMARY, (), Purpose.SUPPORT, NOW + MONTH, with_code=False
    )
    with services.open_file(owner, journey, frozenset(Part), now=NOW) as opening:
        with pytest.raises(NotOpened):
            services.make_link(opening, wanted, NOW)
        with pytest.raises(NotOpened):
            services.end_link(opening, uuid4(), NOW)


def test_the_same_form_twice_makes_one_link_and_shows_it_once(owner: Actor, journey: UUID):
    form = uuid4()
    made(owner, journey, form=form)

    with pytest.raises(services.LinkShownAlready):
        made(owner, journey, form=form)
    assert LinkRecord.objects.count() == 1


def test_there_is_an_end_to_how_many(owner: Actor, journey: UUID):
    for _ in range(MOST_OPEN):
        made(owner, journey)

    with pytest.raises(services.TooManyLinks):
        made(owner, journey)


def test_nothing_is_given_by_a_link_for_longer_than_it_lasts(owner: Actor, journey: UUID):
    link = made(owner, journey).link
    longer = Wanted(uuid4(), Part.WISHES, link.party, Purpose.SUPPORT, link.ends + MONTH)

    with pytest.raises(LinkEndsSooner):
        find_faults(journey, longer, NOW)


def test_a_link_of_another_file_is_nobody_here(owner: Actor, journey: UUID):
    link = made(owner, journey).link
    other = account()
    theirs = services.begin(other.id, NOW)
    wanted = Wanted(uuid4(), Part.WISHES, link.party, Purpose.SUPPORT, link.ends)

    with pytest.raises(services.PartyNotKnown):
        find_faults(theirs, wanted, NOW)


@pytest.mark.parametrize("typed", ["{code}", " {code} ", "{bare}", "{dashed}"])
def test_the_right_code_gives_a_pass_for_half_an_hour(owner: Actor, journey: UUID, typed: str):
    one = made(owner, journey)
    said = typed.format(
        code=one.code, bare=one.code.replace(" ", ""), dashed=one.code.replace(" ", "-")
    )
    found = services.check_code(one.link, said, NOW)

    assert services.has_pass(one.link, found, NOW + timedelta(minutes=29))
    assert not services.has_pass(one.link, found, NOW + tokens.PASS_LASTS)
    assert not services.has_pass(one.link, found, NOW - timedelta(minutes=2))
    assert not services.has_pass(one.link, found[:-1] + "x", NOW)
    assert not services.has_pass(one.link, "", NOW)
    assert not services.has_pass(made(owner, journey).link, found, NOW)


def test_a_wrong_code_gives_nothing_and_says_how_often_one_may_try(owner: Actor, journey: UUID):
    one = made(owner, journey)
    wrong = "000 000" if one.code != "000 000" else "000 001"

    for left in range(MOST_TRIES - 1, -1, -1):
        with pytest.raises(services.CodeNotRight) as told:
            services.check_code(one.link, wrong, NOW)
        assert told.value.details == {"left": left}
    with pytest.raises(services.CodeNotRight):
        services.check_code(one.link, one.code, NOW)
    assert queries.find_link(one.token, LinkKind.SUMMARY, NOW) is None


def test_a_wrong_code_is_a_line_without_a_code_or_a_file(
    owner: Actor, journey: UUID, caplog: pytest.LogCaptureFixture
):
    one = made(owner, journey)
    wrong = "000 000" if one.code != "000 000" else "000 001"

    with pytest.raises(services.CodeNotRight):
        services.check_code(one.link, wrong, NOW)

    told = [line.getMessage() for line in caplog.records if line.name == "ruimbaan.links"]
    assert told == [f"event=wrong link={one.link.id} left={MOST_TRIES - 1}"]


def test_a_link_without_a_code_has_no_code_that_is_right(owner: Actor, journey: UUID):
    one = made(owner, journey, code=False)

    for typed in ("", "000000"):
        with pytest.raises(services.CodeNotRight):
            services.check_code(one.link, typed, NOW)


def test_erasing_the_file_leaves_no_link(owner: Actor, journey: UUID):
    one = made(owner, journey)
    whole = frozenset(Part)
    with services.open_file(owner, journey, whole, action=Action.ERASE, now=NOW) as opening:
        services.erase(opening, NOW)

    assert queries.find_link(one.token, LinkKind.SUMMARY, NOW) is None
    assert not LinkRecord.objects.exists()


def test_a_file_that_is_closed_for_all_is_closed_for_a_link(owner: Actor, journey: UUID):
    link = made(owner, journey).link
    whole = frozenset(Part)
    with services.open_file(owner, journey, whole, action=Action.SHARE, now=NOW) as opening:
        services.close_for_others(opening, NOW)

    assert not opens(link, Part.WISHES)
