# SPDX-License-Identifier: EUPL-1.2
"""A sealed text opens with its own key, for its owner and in its place; anything else is refused."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ruimbaan.parts.trust.keys import sealing
from ruimbaan.parts.trust.keys.errors import SealBroken

OWNER = UUID("5e11a000-0000-4000-8000-000000000001")
PLACE = "journey_note.words:1"
KEY = b"k" * 32
texts = st.binary(max_size=300)
places = st.text(max_size=40)
owners = st.uuids()


@given(owners, places, texts)
def test_what_was_sealed_comes_back_byte_for_byte(owner, place, content):
    assert sealing.unseal(KEY, owner, place, sealing.seal(KEY, owner, place, content)) == content


@given(owners, owners, texts)
def test_nothing_opens_for_another_owner(owner, other, content):
    assume(owner != other)
    sealed = sealing.seal(KEY, owner, PLACE, content)

    with pytest.raises(SealBroken):
        sealing.unseal(KEY, other, PLACE, sealed)


@given(places, places, texts)
def test_nothing_opens_in_another_place(place, other, content):
    assume(place != other)
    sealed = sealing.seal(KEY, OWNER, place, content)

    with pytest.raises(SealBroken):
        sealing.unseal(KEY, OWNER, other, sealed)


@given(texts, st.data())
def test_one_changed_bit_is_seen(content, data):
    sealed = bytearray(sealing.seal(KEY, OWNER, PLACE, content))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(SealBroken):
        sealing.unseal(KEY, OWNER, PLACE, bytes(sealed))


@given(texts, st.data())
def test_a_piece_cut_off_is_seen(content, data):
    sealed = sealing.seal(KEY, OWNER, PLACE, content)
    kept = data.draw(st.integers(0, len(sealed) - 1))

    with pytest.raises(SealBroken):
        sealing.unseal(KEY, OWNER, PLACE, sealed[:kept])


def test_nothing_opens_with_another_key():
    sealed = sealing.seal(KEY, OWNER, PLACE, b"woorden")

    with pytest.raises(SealBroken):
        sealing.unseal(b"x" * 32, OWNER, PLACE, sealed)


def test_the_same_text_never_looks_the_same():
    sealed = {sealing.seal(KEY, OWNER, PLACE, b"woorden") for _ in range(50)}

    assert len(sealed) == 50
    assert not any(b"woorden" in one for one in sealed)


def test_every_key_is_another():
    assert len({sealing.new_key() for _ in range(50)} | {uuid4().bytes * 2}) == 51
