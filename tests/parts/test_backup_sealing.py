# SPDX-License-Identifier: EUPL-1.2
"""A sealed file comes back byte for byte, or not at all."""

from __future__ import annotations

import io
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.parts.trust.backup import sealed_stream
from ruimbaan.parts.trust.backup.errors import BackupDamaged, NoBackupKey
from ruimbaan.parts.trust.backup.sealed_stream import HEAD_BYTES, TAG_BYTES

KEY, OTHER = b"k" * 32, b"o" * 32
CHUNK = 64  # bytes; small, so that a test has several chunks
contents = st.binary(max_size=4 * CHUNK)


@pytest.fixture(autouse=True, scope="module")
def small_chunks():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed_stream, "CHUNK_BYTES", CHUNK)
        yield


def sealed(content: bytes, key: bytes = KEY) -> bytes:
    file = io.BytesIO()
    sealed_stream.write_sealed([content[:10], content[10:]], file, key)
    return file.getvalue()


def opened(content: bytes, *keys: bytes) -> bytes:
    return b"".join(sealed_stream.read_sealed(io.BytesIO(content), keys or (KEY,)))


def chunks_of(content: bytes) -> tuple[bytes, list[bytes]]:
    size = CHUNK + TAG_BYTES
    body = content[HEAD_BYTES:]
    return content[:HEAD_BYTES], [body[i : i + size] for i in range(0, len(body), size)]


@given(contents)
def test_it_comes_back_byte_for_byte(content):
    assert opened(sealed(content)) == content


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK])
def test_at_the_edge_of_a_chunk(length):
    content = bytes(range(256))[:length]

    assert opened(sealed(content)) == content


@given(contents, st.data())
def test_one_changed_bit_is_seen(content, data):
    broken = bytearray(sealed(content))
    bit = data.draw(st.integers(0, len(broken) * 8 - 1))
    broken[bit // 8] ^= 1 << bit % 8

    with pytest.raises((BackupDamaged, NoBackupKey)):
        opened(bytes(broken))


@given(contents, st.data())
def test_a_piece_cut_off_is_seen(content, data):
    whole = sealed(content)

    with pytest.raises(BackupDamaged):
        opened(whole[: data.draw(st.integers(0, len(whole) - 1))])


def test_cut_off_exactly_between_two_chunks_is_seen():
    head, chunks = chunks_of(sealed(bytes(3 * CHUNK)))

    for kept in range(len(chunks)):
        with pytest.raises(BackupDamaged):
            opened(head + b"".join(chunks[:kept]))


def test_every_other_order_is_seen():
    head, chunks = chunks_of(sealed(bytes(4 * CHUNK)))

    for order in permutations(chunks):
        if list(order) != chunks:
            with pytest.raises(BackupDamaged):
                opened(head + b"".join(order))


def test_a_chunk_too_many_or_from_another_backup_is_seen():
    head, chunks = chunks_of(sealed(bytes(3 * CHUNK)))
    _, others = chunks_of(sealed(bytes(3 * CHUNK)))

    for forged in ([*chunks, chunks[-1]], [others[0], *chunks[1:]], [*chunks[:-1], others[-1]]):
        with pytest.raises(BackupDamaged):
            opened(head + b"".join(forged))


def test_an_older_key_still_opens_and_a_strange_one_does_not():
    assert opened(sealed(b"inhoud", OTHER), KEY, OTHER) == b"inhoud"
    with pytest.raises(NoBackupKey):
        opened(sealed(b"inhoud", OTHER), KEY)


def test_nothing_of_the_content_shows():
    assert b"wachtwoord" not in sealed(b"wachtwoord" * 20)
