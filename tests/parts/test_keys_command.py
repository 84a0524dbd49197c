# SPDX-License-Identifier: EUPL-1.2
"""A program that keeps the master key: a real one, that wraps with XOR under numbered keys."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import uuid4

import pytest

from ruimbaan.parts.trust.keys.command import CommandWrapper
from ruimbaan.parts.trust.keys.errors import KeyStoreDown
from ruimbaan.parts.trust.keys.keyring import Keyring
from ruimbaan.parts.trust.keys.store import open_store
from tests.parts.key_rings import sqlite_address

PLACE = "journey_note.words:1"
PROGRAM = """#!{python}
import base64, json, pathlib, sys
NEWEST = pathlib.Path(__file__).with_name("newest").read_text()
question = json.load(sys.stdin)
def turn(text, master):
    content = base64.b64decode(text)
    return base64.b64encode(bytes(byte ^ int(master) for byte in content)).decode()
if question["do"] == "current":
    answer = dict(master=NEWEST)
elif question["do"] == "wrap":
    answer = dict(master=NEWEST, wrapped=turn(question["key"], NEWEST))
else:
    answer = dict(key=turn(question["wrapped"], question["master"]))
{ending}
"""


def program(folder: Path, ending: str = "json.dump(answer, sys.stdout)") -> str:
    path = folder / "keeper"
    path.write_text(PROGRAM.format(python=sys.executable, ending=ending), encoding="utf-8")
    path.chmod(0o700)
    (folder / "newest").write_text("77", encoding="ascii")
    return str(path)


@pytest.fixture
def keyring(tmp_path: Path):
    ring = Keyring(open_store(sqlite_address(tmp_path)), CommandWrapper(program(tmp_path)))
    yield ring
    ring.store.close()


def test_it_seals_and_opens(keyring: Keyring):
    owner = uuid4()
    keyring.new_key(owner)
    sealed = keyring.seal(owner, PLACE, "woorden")

    assert keyring.unseal(owner, PLACE, sealed) == "woorden"


def test_it_rotates(keyring: Keyring, tmp_path: Path):
    owner = uuid4()
    keyring.new_key(owner)
    sealed = keyring.seal(owner, PLACE, "woorden")
    (tmp_path / "newest").write_text("78", encoding="ascii")

    before, done, after = keyring.status(), list(keyring.rewrap()), keyring.status()

    assert (before.waiting, done, after.waiting) == ({"77": 1}, [owner], {})
    assert keyring.unseal(owner, PLACE, sealed) == "woorden"


@pytest.mark.parametrize(
    "ending",
    [
        "sys.exit(1)",
        "print('geen JSON')",
        "print('[]')",
        "json.dump(dict(other=1), sys.stdout)",
        "json.dump(dict(master='77', wrapped='?', key='?'), sys.stdout)",
    ],
)
def test_what_it_cannot_answer_is_said_without_a_key(tmp_path: Path, ending: str):
    wrapper = CommandWrapper(program(tmp_path, ending))
    key = b"geheim" * 5 + b"!!"

    with pytest.raises(KeyStoreDown) as said:
        wrapper.unwrap(uuid4(), wrapper.wrap(uuid4(), key))

    assert "geheim" not in str(said.value)


def test_a_program_that_is_not_there(tmp_path: Path):
    with pytest.raises(KeyStoreDown):
        CommandWrapper(str(tmp_path / "no-such-program")).current()
