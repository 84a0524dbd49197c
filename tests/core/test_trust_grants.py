# SPDX-License-Identifier: EUPL-1.2
"""What a grant can be, and when it is in force."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.journey.own_words import (
    MOST_SIGNS,
    WordsMissing,
    WordsTooLong,
    WordsWithoutShape,
    check_words,
)
from ruimbaan.core.trust.consent_words import CURRENT, SENTENCES
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.grants import (
    LONGEST,
    Given,
    Grant,
    GrantEndsBeforeItStarts,
    GrantLacksWitness,
    GrantNeverPossible,
    GrantNotForThis,
    GrantTooLong,
    check,
)
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import OPENS, Purpose

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOOR = Party(PartyKind.ACCOUNT, UUID(int=3))
WITNESS = UUID(int=7)


def a_grant(**change: Any) -> Grant:
    usual: dict[str, Any] = {
        "id": UUID(int=1),
        "journey": UUID(int=2),
        "part": Part.WISHES,
        "party": NOOR,
        "purpose": Purpose.SUPPORT,
        "starts": NOON,
        "ends": NOON + timedelta(days=91),
        "words": CURRENT,
        "given": Given.SELF,
    }
    return Grant(**usual | change)


def test_the_usual_one_is_possible():
    check(a_grant())


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("part", Part)
def test_a_part_is_possible_for_a_purpose_that_opens_it_and_no_other(part: Part, purpose: Purpose):
    grant = a_grant(part=part, purpose=purpose)

    if part in SHAREABLE and part in OPENS[purpose]:
        check(grant)
    else:
        with pytest.raises(GrantNotForThis if part in SHAREABLE else GrantNeverPossible):
            check(grant)


def test_a_year_is_the_longest():
    check(a_grant(ends=NOON + LONGEST))
    with pytest.raises(GrantTooLong):
        check(a_grant(ends=NOON + LONGEST + timedelta(microseconds=1)))


def test_it_ends_after_it_starts():
    check(a_grant(ends=NOON + timedelta(microseconds=1)))
    with pytest.raises(GrantEndsBeforeItStarts):
        check(a_grant(ends=NOON))


@pytest.mark.parametrize("given_how", Given)
@pytest.mark.parametrize("witness", [None, WITNESS])
def test_only_a_spoken_yes_has_a_witness_and_it_must(given_how: Given, witness: UUID | None):
    grant = a_grant(given=given_how, witness=witness)

    if (given_how is Given.SPOKEN) is (witness is not None):
        check(grant)
    else:
        with pytest.raises(GrantLacksWitness):
            check(grant)


@given(st.integers(-3, 3), st.integers(1, 3), st.none() | st.integers(-3, 3))
def test_in_force_is_from_its_start_until_its_end_or_until_it_is_taken_back(start, lasts, revoked):
    second = timedelta(seconds=1)
    grant = a_grant(
        starts=NOON + start * second,
        ends=NOON + (start + lasts) * second,
        revoked=None if revoked is None else NOON + revoked * second,
    )
    seconds = range(start, start + lasts)

    assert grant.in_force(NOON) is (0 in seconds and (revoked is None or revoked > 0))


FROZEN = {"delen-1": "7f1093ebd3183906"}


def test_the_words_of_a_version_never_change():
    """Somebody said yes to these. Other words are a new version, with a row here."""
    found = {
        version: sha256(f"{text.nl}\n{text.en}".encode()).hexdigest()[:16]
        for version, text in SENTENCES.items()
    }

    assert found == FROZEN
    assert CURRENT in SENTENCES


@given(st.text(max_size=50))
def test_every_text_that_can_be_written_down_is_kept_or_refused_for_a_reason(text):
    try:
        check_words(text)
    except WordsMissing:
        assert not text.strip()
    except WordsWithoutShape:
        assert "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text)
    else:
        assert text.strip()
        text.encode("utf-8")


def test_the_longest_text_fits_and_one_sign_more_does_not():
    check_words("é" * MOST_SIGNS)
    with pytest.raises(WordsTooLong):
        check_words("é" * (MOST_SIGNS + 1))


@pytest.mark.parametrize("text", ["a\0", "\ud800", "half \udfff"])
def test_nul_and_half_signs_are_refused(text: str):
    with pytest.raises(WordsWithoutShape):
        check_words(text)
