# SPDX-License-Identifier: EUPL-1.2
"""A file from another region is read whole, or refused with a reason; nothing personal can be in it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.advice.exchange.errors import (
    FigureTooSmall,
    KeyNotRight,
    LooksPersonal,
    NotAParcel,
    NothingToTell,
    SignatureWrong,
    SignerUnknown,
)
from ruimbaan.core.advice.exchange.items import Parcel, contents
from ruimbaan.core.journey.own_words import WordsWithoutShape
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.rule_exchange import (
    Signer,
    own_key,
    read_file,
    read_signers,
    trust,
    write_file,
    written_key,
)
from ruimbaan.integrations.rule_exchange.writing import to_sign
from tests.exchanged_rules import AGREEMENT, CHANGE, KEY, OTHER_KEY, PARCEL, PATTERN

KNOWN = (Signer("Vestingstad", written_key(KEY)),)
WHOLE = write_file(PARCEL, KEY)


def signed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A file with a change that whoever holds the key signed."""
    told = json.loads(WHOLE)
    change(told)
    told["signature"] = base64.b64encode(KEY.sign(to_sign(told))).decode()
    return json.dumps(told).encode()


def test_what_goes_out_comes_in():
    found = read_file(WHOLE, KNOWN)

    assert found.parcel == PARCEL
    assert found.signer.name == "Vestingstad"
    assert write_file(PARCEL, KEY) == WHOLE
    assert len(contents(found.parcel)) == 4


def test_an_empty_parcel_does_not_go_out():
    with pytest.raises(NothingToTell):
        write_file(replace(PARCEL, changes=(), agreements=(), blocks=(), patterns=()), KEY)


def test_a_stranger_is_said():
    with pytest.raises(SignerUnknown) as refused:
        read_file(write_file(PARCEL, OTHER_KEY), KNOWN)

    assert written_key(OTHER_KEY) in refused.value.explain("nl").cause


def test_the_key_of_a_friend_on_the_words_of_a_stranger_is_refused():
    told = json.loads(write_file(PARCEL, OTHER_KEY))
    told["key"] = written_key(KEY)

    with pytest.raises(SignatureWrong):
        read_file(json.dumps(told).encode(), KNOWN)


@given(st.data())
@settings(max_examples=200)
def test_no_changed_byte_comes_in_as_something_else(data: st.DataObject):
    at = data.draw(st.integers(0, len(WHOLE) - 1))
    byte = data.draw(st.integers(0, 255))
    changed = WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]

    try:
        found = read_file(changed, KNOWN)
    except DomainError:
        return
    assert found.parcel == PARCEL


@given(
    st.binary(max_size=300)
    | st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(lambda one: json.dumps(one).encode())
)
def test_any_bytes_are_refused_with_a_reason(content: bytes):
    with pytest.raises(NotAParcel):
        read_file(content, KNOWN)


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, WHOLE + b" " * 2_000_001, b'{"format": 1, "format": 2}', b'"\\ud800"'],
)
def test_what_is_no_parcel(content: bytes):
    with pytest.raises(NotAParcel):
        read_file(content, KNOWN)


def every_object(told: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(told, dict):
        yield path
        for name, one in told.items():
            yield from every_object(one, (*path, name))
    if isinstance(told, list):
        for place, one in enumerate(told):
            yield from every_object(one, (*path, place))


def at(told: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        told = told[part]
    return told


@pytest.mark.parametrize("path", list(every_object(json.loads(WHOLE))), ids=str)
@pytest.mark.parametrize("field", ["name", "bsn", "organisation", "worker"])
def test_only_fields_on_the_list_come_in_also_when_they_are_signed(
    path: tuple[Any, ...], field: str
):
    with pytest.raises(NotAParcel):
        read_file(signed(lambda told: at(told, path).update({field: "Sterre"})), KNOWN)


@pytest.mark.parametrize(
    "words",
    [
        "Bel 06 12345678",
        "Mail sterre@voorbeeld.example",
        "Geboren op 3-4-1999",
        "Zij woont op 1234 AB",
        "Karim (23) belde",
    ],
)
@pytest.mark.parametrize(
    "change",
    [
        lambda words: replace(PARCEL, changes=(replace(CHANGE, after=Text("Goed.", words)),)),
        lambda words: replace(PARCEL, changes=(replace(CHANGE, before=Text(words, "Fine.")),)),
        lambda words: replace(PARCEL, agreements=(replace(AGREEMENT, does=("Goed.", words)),)),
        lambda words: replace(PARCEL, agreements=(replace(AGREEMENT, situation=words),)),
        lambda words: replace(PARCEL, title=words),
    ],
    ids=["after", "before", "does", "situation", "title"],
)
def test_what_looks_personal_goes_neither_out_nor_in(words: str, change: Callable[[str], Parcel]):
    with pytest.raises(LooksPersonal):
        write_file(change(words), KEY)


def test_what_looks_personal_does_not_come_in_from_who_did_not_look():
    def put(told: dict[str, Any]) -> None:
        told["agreements"][0]["does"][0] = "Bel 06 12345678"

    with pytest.raises(LooksPersonal):
        read_file(signed(put), KNOWN)


@pytest.mark.parametrize(("times", "helped"), [(9, 0), (0, 0), (13, 10), (20, 7), (20, 30)])
def test_a_figure_below_ten_does_not_go_out(times: int, helped: int):
    with pytest.raises(FigureTooSmall):
        write_file(replace(PARCEL, patterns=(replace(PATTERN, times=times, helped=helped),)), KEY)


@pytest.mark.parametrize(("times", "helped"), [(9, 0), (13, 10), (20, 7), (20, 30)])
def test_a_figure_below_ten_does_not_come_in(times: int, helped: int):
    def put(told: dict[str, Any]) -> None:
        told["patterns"][0].update(times=times, helped=helped)

    with pytest.raises((FigureTooSmall, NotAParcel)):
        read_file(signed(put), KNOWN)


def test_a_sign_that_cannot_be_kept_is_refused():
    with pytest.raises(WordsWithoutShape):
        write_file(replace(PARCEL, title="Vesting\0stad"), KEY)


def test_a_day_that_is_none_is_refused():
    with pytest.raises(NotAParcel):
        read_file(signed(lambda told: told.update(day="2026-02-31")), KNOWN)


def test_a_key_is_made_once_and_for_its_owner_only(tmp_path: Path):
    file = tmp_path / "exchange" / "key"
    made = own_key(file)

    assert written_key(own_key(file)) == written_key(made)
    assert file.stat().st_mode & 0o777 == 0o600


def test_whom_we_know_is_kept_by_key(tmp_path: Path):
    file = tmp_path / "signers"
    trust(file, Signer("Vesting  stad", KNOWN[0].key))
    trust(file, Signer("Grachtstad", written_key(OTHER_KEY)))
    trust(file, Signer("Vestingstad", KNOWN[0].key))

    assert {(one.name, one.key) for one in read_signers(file)} == {
        ("Grachtstad", written_key(OTHER_KEY)),
        ("Vestingstad", KNOWN[0].key),
    }


@pytest.mark.parametrize("given", ["", "geen sleutel", "AAAA", "A" * 44])
def test_what_is_no_key_is_said(tmp_path: Path, given: str):
    with pytest.raises(KeyNotRight):
        trust(tmp_path / "signers", Signer("Iemand", given))

    assert not (tmp_path / "signers").exists()
