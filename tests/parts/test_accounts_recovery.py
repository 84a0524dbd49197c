# SPDX-License-Identifier: EUPL-1.2
"""Recovery in person, with the database: two workers, one code; a worker learns nothing, the person
everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import override_settings
from django.utils import timezone

from ruimbaan.core.trust import recovery as core
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts import demo, errors, services
from ruimbaan.parts.accounts.models import Account, RecoveryConfirmation, RecoveryRecord
from ruimbaan.parts.accounts.queries import actor_for, recoveries_of
from ruimbaan.parts.accounts.signing_in import paper
from ruimbaan.parts.accounts.signing_in.models import PaperCode, SessionRecord
from ruimbaan.parts.outbox.services import deliver
from ruimbaan.parts.trust.queries import file_of, looks_at
from tests.parts.smtp_server import Arrivals, mail_server

STERRE, JOKE, BRAM = (demo.BY_NAME[name] for name in ("sterre", "joke", "bram"))
HOUR = timedelta(hours=1)


@pytest.fixture
def now() -> datetime:
    """The demo's people are there for a day already."""
    moment = timezone.now()
    demo.prepare(moment - timedelta(days=1))
    return moment


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


def worker(persona: demo.Persona) -> Actor:
    return actor_for(persona.id)


def code_for(name: str, now: datetime) -> str:
    assert services.confirm_recovery(worker(JOKE), name, now).code == ""
    return services.confirm_recovery(worker(BRAM), name, now).code


def test_two_workers_get_a_code_and_the_person_comes_in_once(now: datetime):
    code = code_for(STERRE.code_name, now)

    account = services.use_recovery_code(STERRE.code_name, code, now + HOUR)

    assert account.id == STERRE.id
    with pytest.raises(core.WrongCode):
        services.use_recovery_code(STERRE.code_name, code, now + HOUR)


def test_a_code_name_and_a_code_may_be_typed_in_any_way(now: datetime):
    code = code_for(" Gele ster 2034 ", now)

    assert services.use_recovery_code("GELE-STER-2034", code.lower(), now).id == STERRE.id


def test_everything_that_opened_the_account_before_is_worth_nothing(now: datetime):
    sterre = Account.objects.get(id=STERRE.id)
    sterre.set_password("een lang wachtwoord voor de test")
    sterre.save()
    paper.new_code(sterre, now)
    Authenticator.objects.create(user=sterre, type=Authenticator.Type.TOTP, data={"secret": "x"})
    SessionRecord.objects.create(account=sterre, key="k", started=now, proved=now, seen=now)

    services.confirm_recovery(worker(JOKE), STERRE.code_name, now)
    after_one = SessionRecord.objects.filter(account=sterre).exists()
    services.confirm_recovery(worker(BRAM), STERRE.code_name, now)

    assert after_one
    assert not SessionRecord.objects.filter(account=sterre).exists()
    assert not Authenticator.objects.filter(user=sterre).exists()
    assert not PaperCode.objects.filter(account=sterre).exists()
    assert not Account.objects.get(id=STERRE.id).has_usable_password()


def test_one_worker_twice_is_not_two(now: datetime):
    services.confirm_recovery(worker(JOKE), STERRE.code_name, now)

    with pytest.raises(core.SecondMustBeAnother):
        services.confirm_recovery(worker(JOKE), STERRE.code_name, now)


@pytest.mark.parametrize("name", ["nadia", "youssef", "ilse", "riet", "karim"])
def test_nobody_else_can_confirm(now: datetime, name: str):
    with pytest.raises(core.WorkersOnly):
        services.confirm_recovery(actor_for(demo.BY_NAME[name].id), STERRE.code_name, now)
    assert not RecoveryRecord.objects.exists()


def test_a_code_name_of_nobody_looks_the_same(now: datetime):
    real = [services.confirm_recovery(worker(one), STERRE.code_name, now) for one in (JOKE, BRAM)]
    none = [services.confirm_recovery(worker(one), "blauwe-mus-1234", now) for one in (JOKE, BRAM)]

    assert [replace(one, code="") for one in real] == [replace(one, code="") for one in none]
    assert len(real[1].code) == len(none[1].code)
    with pytest.raises(core.WrongCode):
        services.use_recovery_code("blauwe-mus-1234", none[1].code, now)


def test_a_colleague_cannot_be_taken_over(now: datetime):
    """Whoever works somewhere is invited again; with two others this would open an administrator."""
    ilse = demo.BY_NAME["ilse"]

    with pytest.raises(core.WrongCode):
        services.use_recovery_code(ilse.code_name, code_for(ilse.code_name, now), now)


def test_the_code_of_one_person_opens_no_other(now: datetime):
    karim = demo.BY_NAME["karim"]
    code, other = code_for(STERRE.code_name, now), code_for(karim.code_name, now)

    for name, wrong in ((STERRE.code_name, other), (karim.code_name, code), (STERRE.code_name, "")):
        with pytest.raises(core.WrongCode):
            services.use_recovery_code(name, wrong, now)


def test_without_a_second_worker_there_is_no_code_to_try(now: datetime):
    services.confirm_recovery(worker(JOKE), STERRE.code_name, now)

    for wrong in ("", "0" * 16):
        with pytest.raises(core.WrongCode):
            services.use_recovery_code(STERRE.code_name, wrong, now)


def test_the_code_runs_out_after_a_day(now: datetime):
    code = code_for(STERRE.code_name, now)

    with pytest.raises(core.WrongCode):
        services.use_recovery_code(STERRE.code_name, code, now + core.CODE_LASTS)


def test_the_person_sees_who_and_can_stop_it(now: datetime):
    code = code_for(STERRE.code_name, now)

    (seen,) = recoveries_of(STERRE.id, now)
    services.stop_recovery(STERRE.id, seen.id, now)

    who = [(helper.who.name, helper.who.organisation) for helper in seen.helpers if helper.who]
    assert who == [("Joke", "De Kribbe"), ("Bram", "De Kribbe")]
    assert recoveries_of(STERRE.id, now)[0].state is core.State.STOPPED
    with pytest.raises(core.WrongCode):
        services.use_recovery_code(STERRE.code_name, code, now)


def test_both_workers_stand_in_the_access_log_before_the_code_is_there(now: datetime):
    code_for(STERRE.code_name, now)
    journey = file_of(STERRE.id)
    assert journey is not None

    found = looks_at(journey, STERRE.id, now - HOUR, now + HOUR)

    helped = [one.first for one in found.by_others if one.first.action is Action.RECOVER]
    assert {(entry.actor, entry.membership) for entry in helped} == {
        (JOKE.id, JOKE.membership),
        (BRAM.id, BRAM.membership),
    }
    assert {(entry.outcome, entry.part) for entry in helped} == {(Because.IN_PERSON, None)}


def test_nobody_stops_that_of_somebody_else(now: datetime):
    code = code_for(STERRE.code_name, now)
    (seen,) = recoveries_of(STERRE.id, now)

    with pytest.raises(core.RecoveryOver):
        services.stop_recovery(demo.BY_NAME["karim"].id, seen.id, now)
    assert services.use_recovery_code(STERRE.code_name, code, now).id == STERRE.id


def test_the_person_is_told_by_mail_when_there_is_one(now: datetime, server: Arrivals):
    Account.objects.filter(id=STERRE.id).update(email="sterre@example.org")
    code = code_for(STERRE.code_name, now)
    deliver(now)

    asked, done = (letter.get_content() for letter in server.letters)
    assert {letter["To"] for letter in server.letters} == {"sterre@example.org"}
    assert {letter["Subject"] for letter in server.letters} == {"Over het inloggen"}
    assert "Iemand vraagt om jou weer te laten inloggen" in asked
    assert "Al je apparaten zijn uitgelogd" in done
    for word in (code, "Joke", "Bram", "Kribbe", STERRE.code_name):
        assert word not in asked + done


def test_no_code_and_no_code_name_stands_in_the_database(now: datetime):
    code = code_for(STERRE.code_name, now)

    rows = repr([vars(row) for row in RecoveryRecord.objects.all()])
    assert code not in rows
    assert code.replace("-", "") not in rows
    assert STERRE.code_name not in rows


def test_a_worker_confirms_twenty_times_a_day_at_most(now: datetime):
    for number in range(20):
        services.confirm_recovery(worker(JOKE), f"blauwe-mus-{number}", now)

    with pytest.raises(errors.TooManyToday):
        services.confirm_recovery(worker(JOKE), STERRE.code_name, now)
    assert not services.confirm_recovery(worker(JOKE), STERRE.code_name, now + 24 * HOUR).code


def test_who_confirmed_stays_known_when_the_work_is_over(now: datetime):
    code_for(STERRE.code_name, now)
    services.end_membership(JOKE.membership, now)

    (seen,) = recoveries_of(STERRE.id, now + HOUR)
    assert [helper.who.name for helper in seen.helpers if helper.who] == ["Joke", "Bram"]
    assert RecoveryConfirmation.objects.count() == 2


def test_rows_for_nobody_go_after_a_month(now: datetime):
    services.confirm_recovery(worker(JOKE), "blauwe-mus-1234", now)
    services.confirm_recovery(worker(JOKE), STERRE.code_name, now)

    services.confirm_recovery(worker(BRAM), "rode-uil-4321", now + timedelta(days=31))

    assert [row.account_id for row in RecoveryRecord.objects.order_by("asked")] == [STERRE.id, None]
