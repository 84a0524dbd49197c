# SPDX-License-Identifier: EUPL-1.2
"""The database of the tests, with the made-up regions on the map as a demo has them."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from ruimbaan.parts.directory.geography import services as geography
from ruimbaan.parts.directory.joining.models import Weights
from ruimbaan.parts.directory.joining.weights import routes_of
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.network.models import KeptMap
from ruimbaan.parts.directory.network.queries import find_map, sheets
from ruimbaan.parts.directory.queries import list_names, list_regions
from ruimbaan.parts.directory.services import fill_from_files
from ruimbaan.parts.trust.log import services as access_log
from tools.paths import ROOT, SOURCE, VAR

WORKED_OUT: tuple[type[Model], ...] = (KeptMap, Weights)
FOLLOWS_FROM = (
    *(SOURCE / "core" / name for name in ("directory", "journey", "kernel", "planner", "rules")),
    SOURCE / "integrations" / "worldfile",
    SOURCE / "parts" / "directory",
    ROOT / "regels",
    ROOT / "demo",
)
OPEN = pytest.StashKey[Any]()  # what lets one into the database, once it is there


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Filled once; each test leaves it as it was. Every folder that takes this over runs it for
    itself: a writer that another folder began still writes in the log of that folder."""
    with django_db_blocker.unblock():
        access_log.close()
        settings.ACCESS_LOG = str(tmp_path_factory.mktemp("access") / "access.sqlite3")
        _fill_if_empty()
        request.config.stash[OPEN] = django_db_blocker
        yield
        access_log.close()  # PostgreSQL removes no database that somebody still has open


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that empties the tables at its end leaves nothing for the next one. They are filled
    again before that one begins: what it does itself is undone at its end."""
    if OPEN in item.config.stash:
        with item.config.stash[OPEN].unblock():
            _fill_if_empty()


@pytest.fixture(autouse=True)
def on_the_map(db: None) -> None:
    """Every page asks the directory, so every test may."""


def _fill_if_empty() -> None:
    if not DirectoryState.objects.exists():
        _fill()


def _fill() -> None:
    for region in list_names():
        fill_from_files(region, timezone.now())
        geography.fill_from_files(region, timezone.now())
    _worked_out()


def _worked_out() -> None:
    """What a site works out of its directory and keeps: its maps, and the routes through each place.
    Half a minute of work: it is done once, for as long as all that it follows from is the same."""
    place = VAR / "tests" / f"worked-out-{_digest()}.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    with (place.parent / "worked-out.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not place.exists():
            for name, region in list_regions().items():
                routes_of(name)
                for part in ("", *(sheet.key for sheet in sheets(region).parts)):
                    find_map(region, part)
            kept = [[_plain(row) for row in model._default_manager.all()] for model in WORKED_OUT]
            for older in place.parent.glob("worked-out-*.json"):
                older.unlink()
            place.write_text(json.dumps(kept), encoding="utf-8")
            return
        rows = json.loads(place.read_text("utf-8"))
    for model, some in zip(WORKED_OUT, rows, strict=True):
        model._default_manager.bulk_create(model(**row) for row in some)


def _digest() -> str:
    found = sha256()
    for folder in FOLLOWS_FROM:
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in {".py", ".yaml", ".json", ".csv"}:
                found.update(path.as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def _plain(row: Model) -> dict[str, object]:
    """Without the number that the database gives."""
    names = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name != "id"}
