# SPDX-License-Identifier: EUPL-1.2
"""An unsafe configuration does not start. Each fault has its number, and says what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.checks import CheckMessage
from django.db import connection
from django.db.utils import ConnectionHandler
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.project import checks, databases, trust_checks

GOOD_KEY = "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEF"
Settings = LazySettings


def ids(faults: list[CheckMessage]) -> list[str]:
    return [str(fault.id).removeprefix("ruimbaan.") for fault in faults]


@pytest.fixture
def for_real(settings: Settings, tmp_path: Path) -> Settings:
    """A safe configuration outside a demo."""
    (tmp_path / "staticfiles.json").touch()
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, demo=False)
    settings.DEBUG = False
    settings.SECRET_KEY = GOOD_KEY
    settings.ALLOWED_HOSTS = ["ruimbaan.example"]
    settings.STATIC_ROOT = tmp_path
    return settings


def test_a_safe_configuration_starts(for_real: Settings):
    assert checks.check_configuration(None) == []


def debug(settings: Settings) -> None:
    settings.DEBUG = True


def no_key(settings: Settings) -> None:
    settings.SECRET_KEY = ""


def short_key(settings: Settings) -> None:
    settings.SECRET_KEY = GOOD_KEY[:49]


def dull_key(settings: Settings) -> None:
    settings.SECRET_KEY = "abab" * 20


def no_hosts(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = []


def every_host(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]


def no_files(settings: Settings) -> None:
    (settings.STATIC_ROOT / "staticfiles.json").unlink()


def open_exit(settings: Settings) -> None:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, neutral_site="http://weather.example/")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (debug, "E001"),
        (no_key, "E002"),
        (short_key, "E002"),
        (dull_key, "E002"),
        (no_hosts, "E003"),
        (every_host, "E003"),
        (open_exit, "E004"),
        (no_files, "E005"),
    ],
)
def test_one_unsafe_setting_is_one_fault_with_advice(
    for_real: Settings, spoil: Callable[[Settings], None], fault: str
):
    spoil(for_real)

    faults = checks.check_configuration(None)

    assert ids(faults) == [fault]
    assert faults[0].hint


@pytest.mark.parametrize("spoil", [debug, no_key, every_host, no_files])
def test_a_demo_on_ones_own_machine_may_do_more(
    for_real: Settings, spoil: Callable[[Settings], None]
):
    spoil(for_real)
    for_real.ENVIRONMENT = replace(for_real.ENVIRONMENT, demo=True)

    assert checks.check_configuration(None) == []


opens = pytest.mark.django_db  # a test may not touch a database unless it says so


def faults_of(entry: dict[str, Any]) -> list[str]:
    handler = ConnectionHandler({"default": entry})
    try:
        return ids(checks.database_faults(handler["default"]))
    finally:
        handler["default"].close()


@opens
def test_our_own_sqlite_setting_is_durable(tmp_path: Path):
    assert faults_of(databases.parse(f"sqlite://{tmp_path / 'db.sqlite3'}")) == []


@opens
@pytest.mark.parametrize(
    ("pragmas", "faults"),
    [
        ("PRAGMA journal_mode=DELETE;PRAGMA synchronous=FULL;", ["E010"]),
        ("PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;", ["E011"]),
        ("PRAGMA journal_mode=MEMORY;PRAGMA synchronous=OFF;", ["E010", "E011"]),
    ],
)
def test_a_sqlite_that_could_lose_an_answer_is_refused(
    tmp_path: Path, pragmas: str, faults: list[str]
):
    entry = databases.parse(f"sqlite://{tmp_path / 'db.sqlite3'}")
    entry["OPTIONS"] = {**entry["OPTIONS"], "init_command": pragmas}

    assert faults_of(entry) == faults


@opens
def test_a_database_that_does_not_open_is_said_without_its_address(tmp_path: Path):
    handler = ConnectionHandler({"default": databases.parse(f"sqlite://{tmp_path}/no/db.sqlite3")})

    faults = checks.database_faults(handler["default"])

    assert ids(faults) == ["E013"]
    assert str(tmp_path) not in str(faults[0])


@pytest.mark.parametrize("switch", checks.POSTGRES_SWITCHES)
def test_a_postgresql_that_could_lose_an_answer_is_refused(switch: str):
    state = dict.fromkeys(checks.POSTGRES_SWITCHES, "on")

    good = checks.postgresql_faults(state)
    bad = checks.postgresql_faults(state | {switch: "off"})

    assert good == []
    assert ids(bad) == ["E012"]
    assert switch in str(bad[0])


@pytest.mark.parametrize(
    ("organisations", "role", "faults"),
    [
        (1, Role.WORKER, []),
        (2, Role.WORKER, ["E014"]),
        (2, Role.EXPERIENCE_EXPERT, ["E014"]),
        (2, Role.STEWARD, []),  # sees no file
    ],
)
@opens
def test_organisations_that_see_files_do_not_share_a_database_without_a_third_wall(
    for_real: Settings, organisations: int, role: Role, faults: list[str]
):
    assert connection.vendor == "sqlite"
    for number in range(organisations):
        MembershipRecord.objects.create(
            account=Account.objects.create_account(f"worker-{number}"),
            organisation=Organisation.objects.create(name=f"Organisation {number}"),
            role=role,
            starts=timezone.now() - timedelta(days=1),
        )

    assert ids(trust_checks.check_walls(None, databases=["default"])) == faults


@opens
def test_who_worked_there_before_does_not_count(for_real: Settings):
    for number in range(2):
        MembershipRecord.objects.create(
            account=Account.objects.create_account(f"worker-{number}"),
            organisation=Organisation.objects.create(name=f"Organisation {number}"),
            role=Role.WORKER,
            starts=timezone.now() - timedelta(days=2),
            ends=timezone.now() - timedelta(days=1),
        )

    assert trust_checks.check_walls(None, databases=["default"]) == []
