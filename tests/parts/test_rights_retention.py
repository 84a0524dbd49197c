# SPDX-License-Identifier: EUPL-1.2
"""Removing what is over: a trial changes nothing, and what may stay stays."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.retention import Standing
from ruimbaan.parts.accounts import invitations
from ruimbaan.parts.accounts.signing_in import limits
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.directory.search import gaps
from ruimbaan.parts.outbox import delivering
from ruimbaan.parts.trust import services as trust
from ruimbaan.parts.trust.backup.erasures import close_again
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.keys.errors import KeyStoreDown
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.rights.errors import RetentionFault
from ruimbaan.parts.trust.rights.models import RightsRequest
from ruimbaan.parts.trust.rights.retention_rules import read, rules
from ruimbaan.parts.trust.rights.retention_running import ELSEWHERE, REMOVERS, run
from tests.parts.own_files import Person, person, worker


def counts(*, really: bool) -> dict[str, int]:
    return {done.rule: done.count for done in run(timezone.now(), really=really)}


def test_every_rule_that_something_removes_has_a_term_and_a_remover():
    done_by = {rule.done_by: rule for rule in rules() if rule.done_by}

    assert set(done_by) == set(REMOVERS) | set(ELSEWHERE)
    assert all(rule.term is not None for rule in done_by.values())


PARTS = {
    "sessions": limits.ABSOLUTE,
    "letters": delivering.KEPT,
    "gaps": gaps.KEPT,
    "invitations": max(invitations.LASTS.values()),
}
SAID = {"sessions": {10}, "letters": {30}, "gaps": {52}, "invitations": {7, 30}}


def test_a_rule_says_what_the_part_does_that_removes_it():
    done_by = {rule.done_by: rule for rule in rules()}
    terms = {part: done_by[part].term for part in PARTS}

    assert {
        part: timedelta(days=term.days, hours=term.hours) if term else None
        for part, term in terms.items()
    } == PARTS
    for part, numbers in SAID.items():
        for words in (done_by[part].said.nl, done_by[part].said.en):
            assert numbers <= {int(number) for number in re.findall(r"\d+", words)}
    assert {one.days for one in invitations.LASTS.values()} >= SAID["invitations"]
    assert (timedelta(hours=10), timedelta(weeks=52)) == (limits.ABSOLUTE, gaps.KEPT)


def test_a_term_that_a_part_chose_is_not_said_to_be_law(client: Client):
    own = {rule.done_by for rule in rules() if rule.standing is Standing.OWN_CHOICE}
    page = client.get("/wat-bewaren-we").content.decode()

    assert own >= {*PARTS, "grants", "requests", "keys"}
    assert page.count("kozen we zelf") == sum(
        rule.standing is Standing.OWN_CHOICE for rule in rules()
    )
    assert page.count("zoeken we nog na") == sum(
        rule.standing is Standing.TO_VERIFY for rule in rules()
    )


def test_a_grant_stays_as_long_as_a_log_that_is_kept_longer(db: None, settings: LazySettings):
    settings.ACCESS_LOG_YEARS = 10
    sterre, noor = person(), worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    old = timezone.now() - timedelta(days=9 * 366)
    GrantRecord.objects.update(starts=old - timedelta(days=9), ends=old)

    assert counts(really=True)["grants"] == 0


def erased_in_a_crash() -> tuple[Person, Person]:
    """One erased the file, one closed the account; the site fell over before a key was destroyed."""
    sterre, wim = person(), person("wim", "Wim")
    trust.new_key(wim.account.pk)
    sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})
    wim.client.post("/mijn/rechten/weg", {"zeker": "ja"})
    return sterre, wim


def test_a_key_that_outlived_its_erasure_goes_at_the_next_run(db: None):
    """In a test nothing is committed, so nothing that waits for that is done: as in a crash."""
    stays = person("karim", "Karim")
    sterre, wim = erased_in_a_crash()
    sealed = trust.seal(sterre.journey, "test.test:1", "Mijn zoon weer thuis.")
    kept = trust.seal(stays.journey, "test.test:1", "Een eigen deur.")

    trial = counts(really=False)["keys"]
    assert trust.unseal(sterre.journey, "test.test:1", sealed)
    done = counts(really=True)["keys"]

    assert trial == done == 3  # two files, and the account that was closed
    for owner in (sterre.journey, wim.journey, wim.account.pk):
        with pytest.raises(trust.KeyGone):
            trust.seal(owner, "test.test:1", "x")
    assert trust.unseal(stays.journey, "test.test:1", kept) == "Een eigen deur."
    assert counts(really=True)["keys"] == 0


def test_a_key_store_that_is_away_fails_that_rule_alone(
    db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def away() -> None:
        raise KeyStoreDown(reason="away")

    monkeypatch.setattr("ruimbaan.parts.trust.files.erased_keys.keyring", away)

    failed = {done.rule for done in run(timezone.now(), really=True) if done.failed}

    assert failed == {"keys"}
    told = [one.getMessage() for one in caplog.records if one.name.endswith("retention_running")]
    assert told == ["The rule keys of keeping was not done: KeyStoreDown"]


def test_an_account_that_was_closed_after_a_backup_is_closed_again(db: None):
    """The backup knows the account; the store of keys knows that it was destroyed."""
    sterre, karim = person(), person("karim", "Karim")
    trust.shred(sterre.account.pk)

    close_again(timezone.now())

    sterre.account.refresh_from_db()
    karim.account.refresh_from_db()
    assert (sterre.account.called, sterre.account.is_active) == ("", False)
    assert (karim.account.called, karim.account.is_active) == ("Karim", True)


def test_a_trial_says_how_much_and_removes_nothing(db: None):
    person()
    SessionRecord.objects.update(started=timezone.now() - timedelta(days=2))

    trial = counts(really=False)

    assert trial["sessions"] == 1
    assert SessionRecord.objects.count() == 1
    assert counts(really=True) == trial
    assert not SessionRecord.objects.exists()


def test_a_grant_stays_five_years_after_it_stopped(db: None):
    sterre, noor = person(), worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes", "story")
    first, _ = GrantRecord.objects.order_by("part")
    old = timezone.now() - timedelta(days=5 * 366 + 1)
    GrantRecord.objects.filter(pk=first.pk).update(starts=old - timedelta(days=9), ends=old)

    assert counts(really=True)["grants"] == 1
    assert not GrantRecord.objects.filter(pk=first.pk).exists()
    assert GrantRecord.objects.count() == 1


def test_a_link_stays_five_years_after_it_stopped(db: None):
    sterre = person()
    for _ in range(2):
        sterre.client.post("/mijn/agenda", {"form": str(uuid4()), "tot": "maand", "dag": ""})
    first, _ = LinkRecord.objects.order_by("made")
    old = timezone.now() - timedelta(days=5 * 366 + 1)
    LinkRecord.objects.filter(pk=first.pk).update(ended=old)

    assert counts(really=True)["links"] == 1
    assert not LinkRecord.objects.filter(pk=first.pk).exists()
    assert LinkRecord.objects.count() == 1


def test_an_open_request_is_never_over(db: None):
    sterre = person()
    old = timezone.now() - timedelta(days=3_000)
    requests.ask(sterre.account.pk, uuid4(), "other", "Dit klopt niet.", old)

    assert counts(really=True)["requests"] == 0

    RightsRequest.objects.update(withdrawn=old)
    assert counts(really=True)["requests"] == 1


def test_stopped_in_between_the_rest_waits(db: None):
    asked = iter([False, False, True])

    done = list(run(timezone.now(), really=True, stopping=lambda: next(asked)))

    assert len(done) == 2


@pytest.mark.parametrize("text", ["", "[]", "- id: x", "{", "- 3"])
def test_rules_that_are_wrong_are_refused(text: str):
    with pytest.raises(RetentionFault):
        read(text)


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_for_everybody_has_every_rule(client: Client, language: str):
    page = client.get(f"{language}/wat-bewaren-we").content.decode()

    for rule in rules():
        text = rule.said.en if language else rule.said.nl
        assert text in page
        assert rule.source in page
