# SPDX-License-Identifier: EUPL-1.2
"""RUIMBAAN_* in the environment: what is read, what a file gives, what is refused with advice."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from ruimbaan.integrations.postgresql_lines import NOTICED
from ruimbaan.project import databases, environment, keys


def test_without_anything_set_it_is_for_real_and_keeps_its_things_in_var():
    found = environment.read({})

    assert (found.demo, found.debug, found.behind_proxy) == (False, False, False)
    assert found.allowed_hosts == ()
    assert found.secret_key == ""
    assert found.var == Path("var").absolute()
    assert found.database == f"sqlite://{found.var / 'ruimbaan.sqlite3'}"


def test_a_demo_answers_on_this_machine_only():
    found = environment.read({"RUIMBAAN_DEMO": "1"})

    assert found.allowed_hosts == ("localhost", "127.0.0.1", "[::1]")


def test_a_list_is_split_at_commas_and_an_empty_value_is_the_default():
    found = environment.read(
        {"RUIMBAAN_ALLOWED_HOSTS": "a.example, b.example,", "RUIMBAAN_NEUTRAL_SITE": " "}
    )

    assert found.allowed_hosts == ("a.example", "b.example")
    assert found.neutral_site == environment.NEUTRAL_SITE


def test_a_file_gives_the_value(tmp_path: Path):
    secret = tmp_path / "key"
    secret.write_text("from a file\n", encoding="utf-8")

    found = environment.read({"RUIMBAAN_SECRET_KEY_FILE": str(secret)})

    assert found.secret_key == "from a file"


def test_earlier_secret_keys_are_told_apart_by_white_space_and_read_by_few(tmp_path: Path):
    """One on each line, as with the master key; `openssl rand -hex` and others never write white space."""
    secret = tmp_path / "keys"
    secret.write_text("the-newest,of-both\nthe-oldest\n", encoding="utf-8")
    secret.chmod(0o640)
    told = {"RUIMBAAN_SECRET_KEY_FALLBACKS_FILE": str(secret)}

    found = environment.read(told).secret_key_fallbacks
    secret.chmod(0o644)

    assert found == ("the-newest,of-both", "the-oldest")
    assert environment.read({}).secret_key_fallbacks == ()
    with pytest.raises(ImproperlyConfigured, match="Everybody on this machine can read"):
        environment.read(told)


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"RUIMBAAN_DEMO": "yes"}, "RUIMBAAN_DEMO is 1 (on) or 0 (off)"),
        ({"RUIMBAAN_SECRET_KEY_FILE": "/nowhere/key"}, "RUIMBAAN_SECRET_KEY_FILE cannot be read"),
        (
            {"RUIMBAAN_CONTACT": "a", "RUIMBAAN_CONTACT_FILE": "b"},
            "RUIMBAAN_CONTACT or RUIMBAAN_CONTACT_FILE, not both",
        ),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(variables: dict[str, str], says: str):
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.read(variables)

    assert says in str(caught.value)


def test_sqlite_is_durable_by_setting(tmp_path: Path):
    found = databases.parse(f"sqlite://{tmp_path / 'a b.sqlite3'}")

    assert found["NAME"] == str(tmp_path / "a b.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]


def test_postgresql_is_taken_apart():
    found = databases.parse("postgresql://stella:p%40ss@db.example:5433/ruimbaan?sslmode=require")

    assert found["ENGINE"] == "ruimbaan.project.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("stella", "p@ss")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "ruimbaan")
    assert found["OPTIONS"] == {**NOTICED, "sslmode": "require"}


def test_an_address_may_say_how_soon_a_dead_line_is_noticed():
    found = databases.parse("postgresql://stella:x@db.example/ruimbaan?tcp_user_timeout=3000")

    assert found["OPTIONS"] == {**NOTICED, "tcp_user_timeout": "3000"}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "secret",
        "mysql://u:secret@h/n",
        "sqlite://relative/secret",
        "sqlite:///secret/",
        "postgresql://u:secret@h",
        "postgresql:///secret",
        "postgresql://u:secret@h:port/n",
    ],
)
def test_another_address_is_refused_and_never_repeated(address: str):
    with pytest.raises(ImproperlyConfigured) as caught:
        databases.parse(address)

    assert "RUIMBAAN_DATABASE" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_the_key_of_a_demo_is_made_once_and_only_for_its_owner(tmp_path: Path):
    folder = tmp_path / "var"

    first = keys.demo_key(folder)

    assert keys.demo_key(folder) == first
    assert len(first) >= 50
    assert (folder / "secret_key").stat().st_mode & 0o777 == 0o600
    assert keys.demo_key(tmp_path / "other") != first
