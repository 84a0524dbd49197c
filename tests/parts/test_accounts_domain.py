# SPDX-License-Identifier: EUPL-1.2
"""Organisations, roles and invitations: each for one thing, once, for a while, and nobody learns
who has an account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts import checks, codes, errors, services
from ruimbaan.parts.accounts.models import Account, Invitation, MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.directory.queries import list_organisations
from ruimbaan.parts.outbox.services import deliver
from ruimbaan.parts.trust.queries import file_of, known_to
from ruimbaan.parts.trust.services import begin
from tests.parts.smtp_server import Arrivals, mail_server


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def kribbe() -> UUID:
    return services.start_organisation("De Kribbe", region="waalstad", legal_form=True)


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


def person(called: str = "Sterre") -> Account:
    return Account.objects.create_account(f"rode-beuk-{uuid4().int % 9000 + 1000}", called=called)


def test_a_real_site_without_the_people_of_the_demo_starts():
    person()

    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, demo=False)):
        assert checks.check_no_demo_people(None, databases=["default"]) == []


def test_an_organisation_of_the_map_is_known_by_its_id_there(now: datetime):
    on_map = next(one for one in list_organisations("waalstad") if not one.is_initiative)

    organisation = services.start_from_map("waalstad", on_map.uid)

    row = Organisation.objects.get(id=organisation)
    assert (row.name, row.region, row.directory_code) == (on_map.name, "waalstad", on_map.uid)
    with pytest.raises(errors.AlreadyThere):
        services.start_from_map("waalstad", on_map.uid)


def test_an_initiative_without_legal_form_is_an_organisation_too(now: datetime):
    on_map = next(one for one in list_organisations("waalstad") if one.is_initiative)

    organisation = services.start_from_map("waalstad", on_map.uid)

    assert Organisation.objects.get(id=organisation).legal_form is False


def test_what_is_not_on_the_map_cannot_come_from_it(now: datetime):
    with pytest.raises(errors.OrganisationEnded):
        services.start_from_map("waalstad", "nothing")


def test_the_same_name_twice_in_a_region_is_refused(kribbe: UUID):
    with pytest.raises(errors.AlreadyThere):
        services.start_organisation("de kribbe", region="waalstad", legal_form=False)


def test_who_is_invited_to_work_there_works_there(kribbe: UUID, now: datetime):
    code = services.invite_to_work(kribbe, Role.WORKER, "Joke, loket", at=now)

    account = services.accept_as_new(code, "", now)

    (membership,) = actor_for(account.id).memberships
    assert (membership.organisation, membership.role) == (kribbe, Role.WORKER)
    assert membership.in_force(now)
    assert MembershipRecord.objects.get().name == "Joke, loket"
    assert account.code_name.count("-") == 2
    assert file_of(account.id) is None


def test_an_invitation_works_once(kribbe: UUID, now: datetime):
    code = services.invite_to_work(kribbe, Role.EDITOR, "", at=now)
    services.accept_as_new(code, "", now)

    for again in (services.accept_as_new, lambda *a: services.accept(a[0], person(), None, now)):
        with pytest.raises(errors.InvitationOver):
            again(code, "", now)
    assert MembershipRecord.objects.count() == 1
    assert Invitation.objects.count() == 0


def test_an_invitation_runs_out(kribbe: UUID, now: datetime):
    code = services.invite_to_work(kribbe, Role.WORKER, "", at=now)

    assert services.find_open(code, now + timedelta(days=7) - timedelta(seconds=1))
    assert services.find_open(code, now + timedelta(days=7)) is None
    with pytest.raises(errors.InvitationOver):
        services.accept_as_new(code, "", now + timedelta(days=7))
    assert services.forget_ended(now + timedelta(days=7)) == 1


def test_an_invitation_can_be_withdrawn(kribbe: UUID, now: datetime, server: Arrivals):
    code = services.invite_to_work(
        kribbe, Role.WORKER, "", mail=services.ByMail("joke@example.org", "nl"), at=now
    )

    services.withdraw(Invitation.objects.get().id)

    assert services.find_open(code, now) is None
    assert deliver(now).sent == 0


@pytest.mark.parametrize(
    "wrong",
    ["", "0000-0000-0000-0000", "x" * 5_000, "K7QM 2X9D", "\x00" * 16, "É" * 16, "ﬀ" * 8],
)
def test_a_code_that_is_none_of_ours_is_nothing(kribbe: UUID, now: datetime, wrong: str):
    assert services.find_open(wrong, now) is None


def test_a_code_may_be_typed_in_any_way(kribbe: UUID, now: datetime):
    code = services.invite_to_work(kribbe, Role.WORKER, "", at=now)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert services.find_open(f"  {typed}\n", now)


def test_no_code_stands_in_the_database(kribbe: UUID, now: datetime, server: Arrivals):
    code = services.invite_to_work(
        kribbe, Role.WORKER, "", mail=services.ByMail("joke@example.org", "nl"), at=now
    )

    row = repr(vars(Invitation.objects.get()))
    assert code not in row
    assert code.replace("-", "") not in row
    assert "joke" not in row
    with override_settings(SECRET_KEY="another-key-" * 6):
        assert services.find_open(code, now) is None


def test_codes_differ_and_are_long_enough_not_to_be_guessed():
    made = {codes.new_code() for _ in range(1_000)}

    assert len(made) == 1_000
    assert {len(code) for code in made} == {19}
    assert len(codes.SIGNS) ** codes.LENGTH >= 2**80


def test_a_letter_of_invitation_tells_nothing_to_who_looks_along(
    kribbe: UUID, now: datetime, server: Arrivals
):
    code = services.invite_to_work(
        kribbe, Role.WORKER, "Joke", mail=services.ByMail("joke@example.org", "nl"), at=now
    )
    deliver(now)

    (letter,) = server.letters
    text = letter.get_content()
    assert letter["Subject"] == "Een uitnodiging voor jou"
    assert f"https://kaart.example.org/uitnodiging?sleutel={code}" in text
    for word in ("Kribbe", "Joke", "worker", "verslav", "herstel", "zorg"):
        assert word.lower() not in (letter["Subject"] + text).lower()


def test_a_letter_is_in_the_language_of_the_page(kribbe: UUID, now: datetime, server: Arrivals):
    services.invite_to_work(
        kribbe, Role.WORKER, "", mail=services.ByMail("joke@example.org", "en"), at=now
    )
    deliver(now)

    assert "/en/uitnodiging?sleutel=" in server.letters[0].get_content()


def test_a_close_one_gets_to_know_the_person_and_sees_nothing(now: datetime):
    sterre, oma = person(), person("Oma")
    journey = begin(sterre.id, now)

    services.accept(services.invite_close_one(journey, at=now), oma, None, now)

    assert known_to(journey) == (Party(PartyKind.ACCOUNT, oma.id),)
    assert actor_for(oma.id).memberships == ()


def test_a_worker_can_get_known_as_who_works_there(kribbe: UUID, now: datetime):
    journey = begin(person().id, now)
    code = services.invite_to_work(kribbe, Role.WORKER, "Joke", at=now)
    joke = services.accept_as_new(code, "", now)
    (membership,) = actor_for(joke.id).memberships

    services.accept(services.invite_close_one(journey, at=now), joke, membership.id, now)

    assert known_to(journey) == (Party(PartyKind.MEMBERSHIP, membership.id),)


def test_nobody_gets_known_as_somebody_else(kribbe: UUID, now: datetime):
    journey = begin(person().id, now)
    joke = services.accept_as_new(
        services.invite_to_work(kribbe, Role.WORKER, "Joke", at=now), "", now
    )
    (membership,) = actor_for(joke.id).memberships
    code = services.invite_close_one(journey, at=now)

    with pytest.raises(errors.NotWithThisAccount):
        services.accept(code, person("Karim"), membership.id, now)
    assert known_to(journey) == ()
    assert services.find_open(code, now)  # it was not used up


def test_nobody_is_their_own_close_one(now: datetime):
    sterre = person()
    code = services.invite_close_one(begin(sterre.id, now), at=now)

    with pytest.raises(errors.NotWithThisAccount):
        services.accept(code, sterre, None, now)


def test_a_start_code_gives_a_file_and_leaves_no_trace_to_the_worker(kribbe: UUID, now: datetime):
    code = services.make_start_code(kribbe, now)
    before = repr(vars(Invitation.objects.get()))

    account = services.accept_as_new(code, "Wim", now)

    assert file_of(account.id)
    assert Invitation.objects.count() == 0
    assert account.memberships.count() == 0
    assert str(account.id) not in before
    assert not hasattr(Invitation, "made_by")


def test_a_start_code_is_for_a_new_account_only(kribbe: UUID, now: datetime):
    with pytest.raises(errors.NotWithThisAccount):
        services.accept(services.make_start_code(kribbe, now), person(), None, now)


def test_one_file_has_ten_open_invitations_at_most(now: datetime):
    journey = begin(person().id, now)
    for _ in range(10):
        services.invite_close_one(journey, at=now)

    with pytest.raises(errors.TooManyToday):
        services.invite_close_one(journey, at=now)
    assert services.invite_close_one(journey, at=now + timedelta(days=14))


def test_a_membership_that_ended_ends_the_sessions(kribbe: UUID, now: datetime):
    joke = services.accept_as_new(
        services.invite_to_work(kribbe, Role.WORKER, "Joke", at=now), "", now
    )
    SessionRecord.objects.create(account=joke, key="k", started=now, proved=now, seen=now)
    (membership,) = actor_for(joke.id).memberships

    services.end_membership(membership.id, now)

    assert not SessionRecord.objects.filter(account=joke).exists()
    assert not actor_for(joke.id).memberships[0].in_force(now)


def test_a_membership_that_ended_stays_as_it_ended(kribbe: UUID, now: datetime):
    joke = services.accept_as_new(
        services.invite_to_work(kribbe, Role.WORKER, "Joke", at=now), "", now
    )
    (membership,) = actor_for(joke.id).memberships
    services.end_membership(membership.id, now)

    services.end_membership(membership.id, now + timedelta(days=9))

    assert actor_for(joke.id).memberships[0].ends == now


def test_the_last_administrator_cannot_be_ended(kribbe: UUID, now: datetime):
    def administrator() -> UUID:
        code = services.invite_to_work(kribbe, Role.ADMINISTRATOR, "", at=now)
        return actor_for(services.accept_as_new(code, "", now).id).memberships[0].id

    first, second = administrator(), administrator()
    services.end_membership(first, now)

    with pytest.raises(errors.LastAdministrator):
        services.end_membership(second, now)
    with pytest.raises(errors.LastAdministrator):
        services.end_organisation(kribbe, now)
    assert Organisation.objects.get(id=kribbe).ended is None


def test_an_organisation_ends_with_all_that_is_in_it(kribbe: UUID, now: datetime):
    joke = services.accept_as_new(
        services.invite_to_work(kribbe, Role.WORKER, "Joke", at=now), "", now
    )
    code = services.invite_to_work(kribbe, Role.WORKER, "Bram", at=now)

    services.end_organisation(kribbe, now)

    assert not actor_for(joke.id).memberships[0].in_force(now)
    assert services.find_open(code, now) is None
    for late in (
        lambda: services.invite_to_work(kribbe, Role.WORKER, "", at=now),
        lambda: services.make_start_code(kribbe, now),
    ):
        with pytest.raises(errors.OrganisationEnded):
            late()


def test_the_same_role_twice_is_one_membership(kribbe: UUID, now: datetime):
    joke = person("Joke")
    for _ in range(2):
        services.accept(
            services.invite_to_work(kribbe, Role.WORKER, "Joke", at=now), joke, None, now
        )

    assert len(actor_for(joke.id).memberships) == 1


def test_the_first_administrator_is_invited_once(now: datetime):
    code = services.invite_first_administrator("Gemeente Waalstad", now)
    lost = services.invite_first_administrator("Gemeente Waalstad", now)  # the first one got lost

    services.accept_as_new(lost, "", now)

    assert code != lost
    assert Organisation.objects.count() == 1
    with pytest.raises(errors.AdministratorIsThere):
        services.invite_first_administrator("Gemeente Waalstad", now)
