# SPDX-License-Identifier: EUPL-1.2
"""What nobody offers is counted, without anyone in it: no word that was typed, no one who asked."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import serializers
from django.test import Client

from ruimbaan.parts.directory.search.daily import daily
from ruimbaan.parts.directory.search.gaps import FILTER, LEAST, NEED, UNKNOWN, WORD, missed, record
from ruimbaan.parts.directory.search.models import Gap

PATH = "/steun/waalstad"


def topics() -> set[str]:
    return set(Gap.objects.values_list("topic", flat=True))


def test_what_is_found_is_not_counted(client: Client):
    client.get(PATH, {"zoek": "schulden"})

    assert not Gap.objects.exists()


def test_only_topics_of_our_own_content_are_written_down(client: Client):
    client.get(PATH, {"zoek": "Zeldzaamwoord Jansen mijn man drinkt", "gebied": "JUS"})

    assert topics() == {f"{NEED}close-one-drinks", f"{WORD}man", f"{WORD}drink", UNKNOWN,
                        f"{FILTER}domain:JUS"}  # fmt: skip
    written = serializers.serialize("json", Gap.objects.all()).casefold()
    assert "zeldzaam" not in written
    assert "jansen" not in written


@pytest.mark.parametrize("words", ["Zeldzaamwoord", "xyzzy 0612345678", "jan@voorbeeld.nl"])
def test_words_that_we_do_not_know_are_only_counted(client: Client, words: str):
    client.get(PATH, {"zoek": words})

    assert topics() <= {UNKNOWN} | {f"{WORD}{stem}" for stem in daily().marks}


def test_a_week_is_all_that_is_kept_of_the_time(client: Client):
    client.get(PATH, {"zoek": "xyzzy"})
    client.get(PATH, {"zoek": "xyzzy"})
    gap = Gap.objects.get(topic=UNKNOWN)

    assert (gap.count, gap.week.weekday()) == (2, 0)
    assert {field.name for field in Gap._meta.get_fields()} == {
        "id", "region", "week", "topic", "count",
    }  # fmt: skip


def test_asking_without_looking_counts_nothing(client: Client):
    client.head(PATH, {"zoek": "xyzzy"})

    assert not Gap.objects.exists()


def test_a_place_that_is_looked_near_is_not_kept(client: Client):
    client.get(PATH, {"zoek": "xyzzy", "bij": "8795 QJ"})

    assert topics() == {UNKNOWN, f"{FILTER}near"}


@pytest.mark.parametrize(
    ("language", "topic"),
    [("fy", "language:fy"), ("Zeldzaams", "language"), ("x" * 90, "language")],
)
def test_a_language_is_kept_only_when_it_is_one_of_ours(client: Client, language: str, topic: str):
    client.get(PATH, {"zoek": "xyzzy", "taal": language})

    assert topics() == {UNKNOWN, f"{FILTER}{topic}"}


def test_fewer_than_ten_are_shown_to_nobody():
    for _ in range(LEAST - 1):
        record("waalstad", ["need:food"], date(2026, 11, 18))
    assert missed("waalstad") == ()

    record("waalstad", ["need:food"], date(2026, 11, 25))
    assert [(one.topic, one.count) for one in missed("waalstad")] == [("need:food", LEAST)]


def test_what_is_old_is_let_go():
    record("waalstad", ["need:food"], date(2025, 1, 6))
    record("waalstad", ["need:debts"], date(2026, 11, 18))

    assert topics() == {"need:debts"}
