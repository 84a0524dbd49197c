# SPDX-License-Identifier: EUPL-1.2
"""Removing what is over: a trial changes nothing, and what may stay stays."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.rights.errors import RetentionFault
from ruimbaan.parts.trust.rights.models import RightsRequest
from ruimbaan.parts.trust.rights.retention_rules import read, rules
from ruimbaan.parts.trust.rights.retention_running import REMOVERS, run
from tests.parts.own_files import person, worker


def counts(*, really: bool) -> dict[str, int]:
    return {done.rule: done.count for done in run(timezone.now(), really=really)}


def test_every_rule_that_something_removes_has_a_term_and_a_remover():
    done_by = {rule.done_by: rule for rule in rules() if rule.done_by}

    assert set(done_by) == set(REMOVERS) | {"access_log"}
    assert all(rule.term is not None for rule in done_by.values())


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
