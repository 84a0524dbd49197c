# SPDX-License-Identifier: EUPL-1.2
"""Old rows of the access log: the site itself may only add, so the owner of the tables removes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.db import connection, connections
from django.utils import timezone

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.parts.trust.log import auditing, services, tables
from ruimbaan.parts.trust.log.errors import LogDown
from ruimbaan.parts.trust.log.pruning import keep_for
from tests.parts.access_logs import begin_empty, run

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "ruimbaan_site"
NOW = timezone.now()


@pytest.fixture(autouse=True)
def log(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    """An empty one, with a row that must be kept and one that is over for three days."""
    begin_empty(settings, tmp_path)
    for age in (keep_for() + timedelta(days=3), timedelta()):
        services.write([Entry(NOW - age, uuid4(), Action.LOOK, Because.OWNER)])
    yield
    services.close()


@pytest.fixture
def as_the_site(log: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection that is made from here on may do what the site may."""
    run(
        f"DO $$BEGIN CREATE ROLE {SITE} NOSUPERUSER NOBYPASSRLS; "
        "EXCEPTION WHEN duplicate_object THEN NULL; END$$"
    )
    tables.only_adding(connection, SITE)
    options = {**connection.settings_dict["OPTIONS"], "options": f"-c role={SITE}"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)


def rows() -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {tables.LOG}")  # noqa: S608
        return int(cursor.fetchone()[0])


def test_who_owns_the_tables_removes_them():
    assert auditing.prune_old(NOW) == 1
    assert rows() == 1


def test_the_site_leaves_them_to_that_owner_and_says_so_when_the_owner_does_not_come(
    as_the_site: None,
):
    assert auditing.prune_old(NOW - timedelta(days=2)) == 0
    with pytest.raises(LogDown):
        auditing.prune_old(NOW)
    assert rows() == 2


def test_a_process_that_was_given_the_owner_removes_them_though_its_site_may_not(
    as_the_site: None, monkeypatch: pytest.MonkeyPatch
):
    site = connections.databases["default"]
    owner = {**site, "OPTIONS": {**site["OPTIONS"], "options": ""}}
    monkeypatch.setitem(connections.databases, "owner", owner)

    assert auditing.prune_old(NOW) == 1
    assert rows() == 1
