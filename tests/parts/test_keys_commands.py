# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan keys` and what stops `ruimbaan backup`, from the command line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.utils import timezone
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from ruimbaan.parts.trust.backup.key_copies import SHAPE
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.keys import services as keys
from tests.parts.key_rings import NEW, OLD, empty_address

Settings = LazySettings
PLACE = "journey_note.words:1"


@pytest.fixture(autouse=True)
def store(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Empty, under the old master key."""
    (tmp_path / "var").mkdir()
    settings.KEY_STORE = empty_address(tmp_path)
    settings.MASTER_KEYS, settings.KEY_COMMAND = (OLD,), ""
    settings.BACKUP_KEYS, settings.BACKUP_NOTE = (b"b" * 32,), tmp_path / "var" / "last_backup"
    with closing(keys.keyring().store):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies"


@pytest.fixture
def owner() -> UUID:
    owner = uuid4()
    keys.new_key(owner)
    return owner


def ruimbaan(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, [*arguments])
    assert done.exit_code == code, done.output
    return done.output


def told(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ruimbaan(*arguments, "--json"))
    return found


def test_status_counts_and_names_nobody(owner: UUID):
    keys.shred(uuid4())

    said, found = ruimbaan("keys", "status"), told("keys", "status")

    assert (found["keys"], found["waiting"], found["destroyed"]) == (1, {}, 1)
    assert found["current"] in said
    assert str(owner) not in said


def test_a_new_master_key_reaches_every_key(owner: UUID, settings: Settings):
    sealed = keys.seal(owner, PLACE, "woorden")
    settings.MASTER_KEYS = (NEW, OLD)
    before = told("keys", "status")

    rotated = told("keys", "rotate")

    assert sum(before["waiting"].values()) == 1
    assert rotated == {"rotated": 1, "waiting": 0}
    assert told("keys", "rotate") == {"rotated": 0, "waiting": 0}
    settings.MASTER_KEYS = (NEW,)
    assert keys.unseal(owner, PLACE, sealed) == "woorden"


def test_rotating_without_the_old_master_key_is_refused(owner: UUID, settings: Settings):
    settings.MASTER_KEYS = (NEW,)

    said = ruimbaan("keys", "rotate", code=2)

    assert "RB-TRUST-042" in said


def test_a_key_that_outlived_its_file_is_destroyed_on_the_way():
    """As when the site was killed between erasing the file and destroying its key."""
    journey = Journey.objects.create(opened=timezone.now(), erased=timezone.now())
    keys.new_key(journey.pk)

    ruimbaan("keys", "rotate")

    assert told("keys", "status")["destroyed"] == 1


def test_copies_of_the_keys_are_short_lived(owner: UUID, folder: Path):
    old = folder / (datetime.now(UTC) - timedelta(days=15)).strftime(SHAPE)
    recent = folder / (datetime.now(UTC) - timedelta(days=13)).strftime(SHAPE)
    other = folder / "keys-mine.ruimbaan"
    for file in (old, recent, other):
        file.touch()

    copied = told("keys", "backup", str(folder), "--days", "14")

    assert (copied["keys"], copied["removed"]) == (1, 1)
    assert sorted(folder.iterdir()) == sorted([recent, other, Path(copied["path"])])
    assert Path(copied["path"]).stat().st_mode & 0o077 == 0


def test_a_copy_does_not_bring_back_what_was_destroyed(owner: UUID, folder: Path):
    gone = uuid4()
    keys.new_key(gone)
    copied = told("keys", "backup", str(folder))
    keys.shred(gone)

    back = told("keys", "restore", copied["path"])

    assert back["keys"] == 0
    assert told("keys", "status")["keys"] == 1


def test_a_copy_destroys_what_was_destroyed_before_it_was_made(folder: Path, settings: Settings):
    gone = uuid4()
    keys.shred(gone)
    copied = told("keys", "backup", str(folder))
    settings.KEY_STORE = empty_address(folder)

    told("keys", "restore", copied["path"])

    assert list(keys.keyring().store.list_destroyed()) == [gone]
    keys.keyring().store.close()


@pytest.mark.parametrize(
    "arguments", [("backup", "{folder}"), ("keys", "backup", "{folder}")], ids=" ".join
)
def test_without_a_key_for_backups(arguments: tuple[str, ...], folder: Path, settings: Settings):
    settings.BACKUP_KEYS = ()

    said = ruimbaan(*(word.format(folder=folder) for word in arguments), code=2)

    assert "RB-TRUST-045" in said
    assert list(folder.iterdir()) == []


def test_what_a_killed_backup_left_behind_is_cleared(tmp_path: Path, folder: Path):
    """It holds a copy of the data that is not sealed."""
    left, busy = tmp_path / "var" / "backup-killed", tmp_path / "var" / "backup-busy"
    for room in (left, busy):
        room.mkdir()
    yesterday = timezone.now().timestamp() - 90_000
    os.utime(left, (yesterday, yesterday))
    (folder / "none").touch()

    ruimbaan("backup", "--verify", str(folder / "none"), code=2)

    assert list((tmp_path / "var").iterdir()) == [busy]


def test_a_file_that_is_there_is_never_overwritten(folder: Path):
    (folder / "mine").write_text("niet van ons", encoding="utf-8")

    said = ruimbaan("backup", str(folder / "mine"), code=2)

    assert "RB-TRUST-047" in said
    assert (folder / "mine").read_text(encoding="utf-8") == "niet van ons"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "RB-TRUST-046"), (b"PK\x03\x04" * 100, "RB-TRUST-046"), (None, "RB-TRUST-047")],
)
def test_a_file_that_is_no_backup(folder: Path, content: bytes | None, code: str):
    path = folder / "backup"
    if content is not None:
        path.write_bytes(content)

    for command in (["backup", "--verify", str(path)], ["restore", str(path)]):
        assert code in ruimbaan(*command, code=2)
    assert code in ruimbaan("keys", "restore", str(path), code=2)
