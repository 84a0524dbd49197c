# SPDX-License-Identifier: EUPL-1.2
"""Without its keys, or with the keys beside the data, the site does not start."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.core.checks import WARNING, CheckMessage
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils import timezone

from ruimbaan.parts.trust.backup import age
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.keys import checks
from ruimbaan.parts.trust.keys.errors import KeysAmongData, KeyStoreDown
from ruimbaan.parts.trust.keys.keyring import Keyring
from ruimbaan.parts.trust.keys.services import keyring
from ruimbaan.parts.trust.keys.store import open_store
from ruimbaan.project.environment import read
from ruimbaan.project.keys import many
from tests.parts.key_rings import NEW, OLD, empty_address, server

Settings = LazySettings


def ids(faults: list[CheckMessage]) -> list[str]:
    return [str(fault.id).removeprefix("ruimbaan.") for fault in faults]


def store_faults() -> list[str]:
    return ids(checks.check_key_store(None, databases=["default"]))


@pytest.fixture
def ring(settings: Settings, tmp_path: Path) -> Iterator[Keyring]:
    settings.KEY_STORE = empty_address(tmp_path)
    settings.MASTER_KEYS = (NEW,)
    with closing(keyring().store):
        yield keyring()


def test_a_site_that_begins_may_start(ring: Keyring):
    assert checks.check_master_key(None) == []
    assert store_faults() == []


def test_without_a_master_key(settings: Settings):
    settings.MASTER_KEYS = ()

    assert ids(checks.check_master_key(None)) == ["E040"]


def test_a_program_may_keep_it(settings: Settings):
    settings.MASTER_KEYS, settings.KEY_COMMAND = (), "/usr/local/bin/keeper"

    assert checks.check_master_key(None) == []


def data_address() -> str:
    return f"{server() or 'sqlite:/'}/{connection.settings_dict['NAME']}"


def test_keys_in_the_database_of_the_data_are_refused(settings: Settings):
    settings.KEY_STORE = data_address()

    assert store_faults() == ["E041"]


def test_keys_beside_the_tables_of_django_are_refused_wherever_that_is(tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "data")) as data:
        data.execute("CREATE TABLE django_migrations (id)")
    store = open_store(f"sqlite://{tmp_path / 'data'}")

    with pytest.raises(KeysAmongData):
        store.find(uuid4())


def test_a_store_that_does_not_open(settings: Settings, tmp_path: Path):
    (tmp_path / "file").touch()
    settings.KEY_STORE = f"sqlite://{tmp_path / 'file' / 'keys.sqlite3'}"

    assert store_faults() == ["E042"]


def test_an_address_of_another_shape(settings: Settings):
    settings.KEY_STORE = "mysql://geheim@host/keys"

    faults = checks.check_key_store(None, databases=["default"])

    assert ids(faults) == ["E042"]
    assert "geheim" not in str(faults[0])


def test_files_without_any_key(ring: Keyring):
    Journey.objects.create(opened=timezone.now())

    assert store_faults() == ["E043"]


def test_an_erased_file_needs_no_key(ring: Keyring):
    Journey.objects.create(opened=timezone.now(), erased=timezone.now())

    assert store_faults() == []


def test_another_master_key_than_that_of_the_keys(ring: Keyring, settings: Settings):
    ring.new_key(uuid4())
    settings.MASTER_KEYS = (OLD,)

    assert store_faults() == ["E044"]


def test_a_file_that_is_no_database_is_said_and_left(tmp_path: Path):
    path = tmp_path / "keys.sqlite3"
    path.write_bytes(b"geen database" * 100)

    with pytest.raises(KeyStoreDown):
        open_store(f"sqlite://{path}").find(uuid4())

    assert path.read_bytes() == b"geen database" * 100


def test_the_key_file_is_for_its_owner_only(tmp_path: Path):
    store = open_store(f"sqlite://{tmp_path / 'apart' / 'keys.sqlite3'}")
    store.find(uuid4())
    store.close()

    assert (tmp_path / "apart").stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "apart").iterdir())


def test_a_destroyed_key_is_overwritten_on_disk(tmp_path: Path):
    store = open_store(f"sqlite://{tmp_path / 'keys.sqlite3'}")
    owner = uuid4()
    ring = Keyring(store, keyring().wrapper)
    ring.new_key(owner)
    wrapped = store.find(owner)
    assert wrapped is not None
    assert any(wrapped.secret in file.read_bytes() for file in tmp_path.iterdir())

    ring.shred(owner)

    assert not any(wrapped.secret in file.read_bytes() for file in tmp_path.iterdir())
    store.close()


@pytest.mark.parametrize("name", ["MASTER_KEY", "BACKUP_KEY"])
def test_a_key_file_that_everybody_can_read_is_refused(tmp_path: Path, name: str):
    path = tmp_path / "key"
    path.write_text("sleutel", encoding="ascii")
    variables = {f"RUIMBAAN_{name}_FILE": str(path)}
    path.chmod(0o640)
    assert getattr(read(variables), name.lower()) == "sleutel"
    path.chmod(0o644)

    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        read(variables)


def test_several_master_keys_the_newest_first():
    text = "bm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm4=\nb29vb29vb29vb29vb29vb29vb29vb29vb29vb29vb28=\n"

    assert many("RUIMBAAN_MASTER_KEY", text) == (NEW, OLD)


@pytest.mark.parametrize("text", ["geheim", "Z2VoZWlt", "bm5u bm5u"])
def test_a_master_key_of_another_shape_is_said_without_it(text: str):
    with pytest.raises(ImproperlyConfigured) as said:
        many("RUIMBAAN_MASTER_KEY", text)

    assert "RUIMBAAN_MASTER_KEY" in str(said.value)
    assert text not in str(said.value)


@pytest.fixture
def for_real(settings: Settings, tmp_path: Path) -> Settings:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, demo=False)
    settings.BACKUP_NOTE = tmp_path / "last_backup"
    return settings


@pytest.mark.parametrize(("hours", "faults"), [(None, ["W040"]), (25, []), (27, ["W040"])])
def test_a_backup_that_is_too_old_is_a_warning(
    for_real: Settings, hours: int | None, faults: list[str]
):
    if hours is not None:
        age.note(timezone.now() - timedelta(hours=hours))

    found = age.check_age(None)

    assert ids(found) == faults
    assert all(fault.level == WARNING for fault in found)


def test_a_demo_needs_no_backup(for_real: Settings):
    for_real.ENVIRONMENT = replace(for_real.ENVIRONMENT, demo=True)

    assert age.check_age(None) == []
