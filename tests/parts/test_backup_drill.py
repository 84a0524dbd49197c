# SPDX-License-Identifier: EUPL-1.2
"""The drill, with processes of their own: a backup while somebody writes, put back in an empty place.
Nothing that was kept is missing, what was erased stays unreadable, the log is whole, the site opens."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.site_of_its_own import Site, new_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, durable: str) -> Site:
    return new_site(tmp_path_factory.mktemp("site"), durable)


@dataclass(frozen=True)
class File:
    who: tuple[str, str]  # account and journey
    words: list[str]


def file_of(site: Site) -> File:
    """Just begun, with some wishes in it."""
    who, *words = site.run("tests.file_writer", "begin", "0.4").splitlines()
    assert words
    account, journey = who.split()
    return File((account, journey), words)


def look(site: Site, file: File) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.run("tests.file_writer", "look", *file.who))
    return found


def words_in(site: Site, file: File) -> list[str]:
    return sorted(look(site, file)["words"])


def test_what_was_kept_comes_back_and_what_was_erased_does_not(site: Site, tmp_path: Path):
    stays, goes = file_of(site), file_of(site)
    backup = tmp_path / "a.ruimbaan"

    with site.start("tests.file_writer", "write", *stays.who, "600") as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline().strip()
        site.ruimbaan("backup", str(backup))
        writer.terminate()
        during = [first, *writer.stdout.read().splitlines()]
    site.run("tests.file_writer", "erase", *goes.who)
    whole = site.ruimbaan("backup", str(backup), "--verify")
    empty = site.on_empty_database(tmp_path / "elsewhere")
    told = json.loads(empty.ruimbaan("restore", str(backup), "--json"))

    back = look(empty, stays)
    assert len(during) > 1
    assert set(stays.words) <= set(back["words"]) <= {*stays.words, *during}
    assert back["faults"] == 0
    assert back["changes"] >= len(back["words"])
    assert (told["erased_again"], told["log_faults"]) == (1, 0)
    assert look(empty, goes) == {"refused": "Refused"}
    assert "Heel" in whole
    everything = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert not any(words.encode() in everything for words in [*stays.words, *goes.words])
    empty.run("django", "collectstatic", "--no-input")
    empty.run("ruimbaan.project.wsgi")


def test_without_the_list_of_erasures_the_old_words_are_still_unreadable(
    site: Site, tmp_path: Path
):
    """Somebody puts an old copy in place by hand: the rows are there, and nothing opens them."""
    goes = file_of(site)
    backup = tmp_path / "a.ruimbaan"
    site.ruimbaan("backup", str(backup))
    empty = site.on_empty_database(tmp_path / "elsewhere")
    empty.ruimbaan("restore", str(backup))
    site.run("tests.file_writer", "erase", *goes.who)

    assert look(empty, goes) == {"refused": "KeyGone"}


def test_replacing_takes_data_back_and_leaves_the_log(site: Site, tmp_path: Path):
    file = file_of(site)
    backup = tmp_path / "c.ruimbaan"
    site.ruimbaan("backup", str(backup))
    later = site.run("tests.file_writer", "write", *file.who, "0.3").splitlines()
    refused = site.ruimbaan("restore", str(backup), code=2)
    untouched = words_in(site, file)

    site.ruimbaan("restore", str(backup), "--replace")

    assert "RB-TRUST-049" in refused
    assert untouched == sorted([*file.words, *later])
    now = look(site, file)
    assert sorted(now["words"]) == sorted(file.words)
    assert (now["changes"], now["faults"]) == (len(file.words) + len(later), 0)


def test_a_log_that_was_changed_before_the_backup_is_told(tmp_path: Path, durable: str):
    """Whoever owns the database can do this; the restore goes on, and says so."""
    site = new_site(tmp_path / "tampered", durable)
    file_of(site)
    site.manage("tests.file_writer", "tamper")
    backup = tmp_path / "e.ruimbaan"
    site.ruimbaan("backup", str(backup))

    told = site.on_empty_database(tmp_path / "elsewhere").ruimbaan(
        "restore", str(backup), "--json", code=1
    )

    assert json.loads(told)["log_faults"] == 1


def test_a_damaged_backup_changes_nothing(site: Site, tmp_path: Path):
    file = file_of(site)
    backup = tmp_path / "d.ruimbaan"
    site.ruimbaan("backup", str(backup))
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)

    said = site.ruimbaan("restore", str(backup), "--replace", code=2)
    looked = site.ruimbaan("backup", str(backup), "--verify", code=2)

    assert "RB-TRUST-046" in said
    assert "RB-TRUST-046" in looked
    assert words_in(site, file) == sorted(file.words)


def test_a_place_without_tables_is_no_backup(site: Site, tmp_path: Path):
    """As when an address leads to another database: each night it would seem that all is well."""
    empty = site.on_empty_database(tmp_path / "elsewhere")
    backup = tmp_path / "h.ruimbaan"

    said = empty.ruimbaan("backup", str(backup), code=2)

    assert "RB-TRUST-055" in said
    assert not backup.exists()
    assert not (empty.folder / "last_backup").exists()


def test_keys_that_were_lost_come_back_without_those_destroyed(site: Site, tmp_path: Path):
    stays, goes = file_of(site), file_of(site)
    copy = json.loads(site.ruimbaan("keys", "backup", str(tmp_path), "--json"))
    site.run("tests.file_writer", "erase", *goes.who)
    for file in (site.folder / "apart").iterdir():
        file.unlink()
    lost = look(site, stays)

    told = json.loads(site.ruimbaan("keys", "restore", copy["path"], "--json"))

    assert lost == {"refused": "KeyGone"}
    assert told["keys"] == copy["keys"]
    assert told["destroyed_again"] >= 1
    assert words_in(site, stays) == sorted(stays.words)


def test_data_and_keys_that_were_both_lost_come_back_without_what_was_erased(
    site: Site, tmp_path: Path
):
    """The data first, while nothing is known of erasures; the copy of the keys knows of them."""
    stays, goes = file_of(site), file_of(site)
    backup = tmp_path / "f.ruimbaan"
    site.ruimbaan("backup", str(backup))
    site.run("tests.file_writer", "erase", *goes.who)
    copy = json.loads(site.ruimbaan("keys", "backup", str(tmp_path), "--json"))
    empty = site.on_empty_database(tmp_path / "elsewhere")
    lost = {"RUIMBAAN_KEYS": f"sqlite://{tmp_path / 'lost' / 'keys.sqlite3'}"}
    empty = replace(empty, variables={**empty.variables, **lost})
    empty.ruimbaan("restore", str(backup))

    told = json.loads(empty.ruimbaan("keys", "restore", copy["path"], "--json"))

    assert look(empty, goes) == {"refused": "Refused"}
    assert told["erased_again"] == 1
    assert words_in(empty, stays) == sorted(stays.words)


def test_keys_may_be_put_back_before_the_data(site: Site, tmp_path: Path):
    stays, goes = file_of(site), file_of(site)
    backup = tmp_path / "g.ruimbaan"
    site.ruimbaan("backup", str(backup))
    site.run("tests.file_writer", "erase", *goes.who)
    copy = json.loads(site.ruimbaan("keys", "backup", str(tmp_path), "--json"))
    empty = site.on_empty_database(tmp_path / "elsewhere")
    lost = {"RUIMBAAN_KEYS": f"sqlite://{tmp_path / 'lost' / 'keys.sqlite3'}"}
    empty = replace(empty, variables={**empty.variables, **lost})

    empty.ruimbaan("keys", "restore", copy["path"])
    told = json.loads(empty.ruimbaan("restore", str(backup), "--json"))

    assert told["erased_again"] == 1
    assert words_in(empty, stays) == sorted(stays.words)
