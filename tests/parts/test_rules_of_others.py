# SPDX-License-Identifier: EUPL-1.2
"""What another region tells stands beside what is our own, marked with where it came from; what is wrong
with a file is said, and then nothing of it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from ruimbaan.core.advice.exchange.errors import (
    NotAParcel,
    OlderThanKept,
    OwnParcel,
    SignatureWrong,
    SignerUnknown,
)
from ruimbaan.core.advice.exchange.items import Kind
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Role
from ruimbaan.integrations.rule_exchange import Signer, read_file, write_file, written_key
from ruimbaan.parts.advice.keys import key_of_this_site
from ruimbaan.parts.advice.models import ToldRecord
from ruimbaan.parts.advice.services import looked_at, parcel_of, take_in
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.discretion.agreeing import demo as agreed
from tests.exchanged_rules import AGREEMENT, BLOCK, KEY, OTHER_KEY, PARCEL
from tests.parts.upkeep_people import keeper

pytestmark = pytest.mark.django_db
KNOWN = (Signer("Vestingstad", written_key(KEY)), Signer("Vlietstad", written_key(OTHER_KEY)))
TODAY = date(2026, 11, 23)
WHOLE = write_file(PARCEL, KEY)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.EXCHANGE = tmp_path / "exchange"
    return tmp_path


def kept() -> list[tuple[str, str, str]]:
    return list(ToldRecord.objects.values_list("title", "kind", "code"))


def test_it_is_taken_in_once_also_when_it_comes_twice():
    take_in(WHOLE, KNOWN, TODAY)
    take_in(WHOLE, KNOWN, TODAY)

    assert kept() == [
        ("Vestingstad", "agreements", ""),
        ("Vestingstad", "blocks", "B40"),
        ("Vestingstad", "patterns", "R28"),
        ("Vestingstad", "rule_changes", "R28"),
    ]


def test_looking_keeps_nothing():
    assert looked_at(WHOLE, KNOWN, TODAY).parcel == PARCEL
    assert kept() == []


def test_a_newer_file_of_one_signer_leaves_those_of_others():
    take_in(WHOLE, KNOWN, TODAY)
    other = replace(PARCEL, region="vlietstad", title="Vlietstad")
    take_in(write_file(other, OTHER_KEY), KNOWN, TODAY)
    newer = replace(PARCEL, day=PARCEL.day + timedelta(days=1), changes=(), patterns=())
    take_in(write_file(newer, KEY), KNOWN, TODAY)

    assert len([one for one in kept() if one[0] == "Vlietstad"]) == 4
    assert [one[1] for one in kept() if one[0] == "Vestingstad"] == ["agreements", "blocks"]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (WHOLE.replace(b"Een gesprek", b"Geen gesprek"), SignatureWrong),
        (WHOLE[:-40], NotAParcel),
        (write_file(replace(PARCEL, day=PARCEL.day - timedelta(days=1)), KEY), OlderThanKept),
        (write_file(replace(PARCEL, day=TODAY + timedelta(days=1)), KEY), NotAParcel),
    ],
    ids=["changed", "cut off", "older", "of tomorrow"],
)
def test_what_is_refused_leaves_all_as_it_was(content: bytes, refusal: type[DomainError]):
    take_in(WHOLE, KNOWN, TODAY)
    before = kept()

    with pytest.raises(refusal):
        take_in(content, KNOWN, TODAY)
    with pytest.raises(SignerUnknown):
        take_in(WHOLE, (), TODAY)

    assert kept() == before


def test_our_own_file_is_not_taken_in():
    with pytest.raises(OwnParcel):
        take_in(write_file(PARCEL, key_of_this_site()), KNOWN, TODAY)


def test_what_we_tell_is_what_everybody_may_read_and_no_organisation():
    agreed.prepare(timezone.now())
    region = list_regions()["waalstad"]
    parcel = parcel_of(region, TODAY)
    content = write_file(parcel, KEY)

    assert read_file(content, KNOWN).parcel == parcel
    (change,) = [one for one in parcel.changes if one.number == "R28"]
    assert "bankafschriften" in change.before.nl
    assert "een gesprek is genoeg" in change.after.nl
    assert parcel.agreements
    assert parcel.blocks
    assert b"organisation" not in content


def test_it_stands_beside_our_own_on_three_pages():
    take_in(WHOLE, KNOWN, TODAY)
    nadia = keeper(Role.STEWARD, name="Nadia")[0]
    sheet = nadia.get("/werk/regie/waalstad/advies/R28-W").content.decode()
    agreements = Client().get("/ruimte/afspraken/waalstad").content.decode()
    book = Client().get("/boek").content.decode()

    assert "In Vestingstad veranderden ze deze regel vanaf 2 maart 2026" in sheet
    assert "+24 punten verschil (+12 tot +35)" in sheet
    assert "Minstens 30 keer verteld, minstens 20 keer hielp het." in sheet
    assert AGREEMENT.title in agreements
    assert "gelden hier niet" in agreements
    assert BLOCK.title.nl in book
    for shown in (sheet, agreements, book):
        assert "Gekregen van Vestingstad, van 2 november 2026." in shown


def test_a_block_that_stands_in_our_own_book_is_not_shown_twice():
    region = list_regions()["waalstad"]
    same = replace(PARCEL, blocks=parcel_of(region, TODAY).blocks)
    take_in(write_file(same, KEY), KNOWN, TODAY)

    assert ToldRecord.objects.filter(kind=Kind.BLOCK).exists()
    assert "Bouwstenen uit een andere regio" not in Client().get("/boek").content.decode()


def test_without_anything_from_others_no_page_speaks_of_it():
    for path in ("/boek", "/ruimte/afspraken/waalstad"):
        assert "andere regio" not in Client().get(path).content.decode()
