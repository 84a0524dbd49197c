# SPDX-License-Identifier: EUPL-1.2
"""Where somebody came from stands in the access log as a hash of this month, never as an address."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import LazySettings
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from ruimbaan.parts.trust.log.context import BY_COMMAND, Asked, current
from ruimbaan.project.origin import OriginForLog, origin_of

NOVEMBER = datetime(2026, 11, 22, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 1, tzinfo=UTC)


def from_place(address: str = "192.0.2.7", **headers: str) -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


def test_one_device_is_the_same_all_month_and_another_the_next():
    first = origin_of(from_place(), NOVEMBER)

    assert first == origin_of(from_place(), NOVEMBER)
    assert first != origin_of(from_place(), DECEMBER)
    assert first != origin_of(from_place("192.0.2.8"), NOVEMBER)
    assert first != origin_of(from_place(user_agent="another"), NOVEMBER)
    assert "192" not in first


def test_the_hash_needs_the_key_of_the_site(settings: LazySettings):
    before = origin_of(from_place(), NOVEMBER)
    settings.SECRET_KEY = "another-key-for-this-test-only"

    assert origin_of(from_place(), NOVEMBER) != before


@pytest.mark.parametrize(("behind", "same"), [(True, True), (False, False)])
def test_behind_a_proxy_its_last_word_counts(settings: LazySettings, behind: bool, same: bool):
    settings.BEHIND_PROXY = behind
    forwarded = from_place("10.0.0.1", x_forwarded_for="198.51.100.1, 192.0.2.7")
    alone = from_place("192.0.2.7")

    assert (origin_of(forwarded, NOVEMBER) == origin_of(alone, NOVEMBER)) is same


def test_a_request_has_its_own_name_and_leaves_nothing_behind():
    seen: list[Asked] = []

    def view(_: HttpRequest) -> HttpResponse:
        seen.append(current())
        return HttpResponse()

    site = OriginForLog(view)
    site(from_place())
    site(from_place())

    assert len({one.request for one in seen}) == 2
    assert seen[0].origin() == seen[1].origin() != ""
    assert current() is BY_COMMAND
