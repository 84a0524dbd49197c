# SPDX-License-Identifier: EUPL-1.2
"""Anchors leave the house, and with them tampering shows; old rows go without breaking the chain."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.anchors import read_lines
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.verifying import FaultKind, Report
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.trust.log import auditing, background, checks, outside, services
from ruimbaan.parts.trust.log.anchoring import EVERY, make_anchor
from ruimbaan.parts.trust.log.errors import OtherAnchors
from ruimbaan.parts.trust.log.keeping import keep_of
from tests.parts.access_logs import begin_empty, unguarded

NOW = datetime(2040, 1, 1, 12, 0, tzinfo=UTC)  # after every row that other tests write
PATIENCE = 20  # seconds


@pytest.fixture(autouse=True)
def own_log(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    """An empty log for each test."""
    begin_empty(settings, tmp_path)
    settings.ANCHOR_FILES = ()
    settings.ANCHOR_MAIL = ""
    yield
    services.close()


def look(at: datetime = NOW, journey: UUID | None = None) -> None:
    services.write([Entry(at, journey or uuid4(), Action.LOOK, Because.OWNER)])


def looked_through(*files: Path) -> Report:
    return auditing.look_through(outside.kept_in(files))


@pytest.fixture
def neighbour(settings: LazySettings, tmp_path: Path) -> Path:
    path = tmp_path / "anchors.txt"
    settings.ANCHOR_FILES = (str(path),)
    return path


def test_an_anchor_stands_in_the_file_and_proves_the_log_up_to_then(neighbour: Path):
    look()
    look()

    given = outside.give_away(NOW)

    assert given is not None
    assert neighbour.read_text() == f"{given.anchor.line}\n"
    assert looked_through(neighbour) == Report(2, 1, (), NOW)


def test_a_place_that_was_away_gets_what_it_missed(neighbour: Path, settings: LazySettings):
    settings.ANCHOR_FILES = (str(neighbour / "not-there"), str(neighbour))
    look()
    first = outside.give_away(NOW)
    neighbour.rename(neighbour.with_suffix(".away"))
    settings.ANCHOR_FILES = ()
    look()
    outside.give_away(NOW + EVERY)
    neighbour.with_suffix(".away").rename(neighbour)
    settings.ANCHOR_FILES = (str(neighbour),)
    outside.give_away(NOW + 2 * EVERY)

    assert first is not None
    assert first.failed == (str(neighbour / "not-there"),)
    assert [one.nr for one in read_lines(neighbour.read_text())] == [1, 2, 3]


def test_a_letter_with_the_anchor_is_posted_and_proves_as_well(
    settings: LazySettings, tmp_path: Path
):
    settings.ANCHOR_MAIL = "officer@example.org"
    settings.MAIL_AT_ONCE = False
    look()

    given = outside.give_away(NOW)

    assert given is not None
    assert Letter.objects.filter(kind="trust.anchor").count() == 1
    letter = tmp_path / "letter.eml"
    letter.write_text(outside.LETTER.format(site="x", line=given.anchor.line))
    assert looked_through(letter).proven_until == NOW


def test_a_writer_makes_one_only_when_something_is_new_and_it_is_time(neighbour: Path):
    look()

    made = [
        outside.give_away(NOW, when_due=True),
        outside.give_away(NOW + 2 * EVERY, when_due=True),
    ]
    look()
    made += [
        outside.give_away(NOW + EVERY / 2, when_due=True),
        outside.give_away(NOW + EVERY, when_due=True),
    ]

    assert [given.anchor.nr if given else None for given in made] == [1, None, None, 2]


def test_many_at_once_make_one(neighbour: Path):
    look()

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: make_anchor(NOW, when_due=True), range(8)))

    assert [anchor.nr for anchor in made if anchor] == [1]


def test_traffic_alone_makes_an_anchor(neighbour: Path, monkeypatch: pytest.MonkeyPatch):
    done = threading.Event()
    give_away = outside.give_away

    def told(*args: object, **more: object) -> object:
        try:
            return give_away(*args, **more)  # type: ignore[arg-type]
        finally:
            done.set()

    monkeypatch.setattr(background, "give_away", told)
    monkeypatch.setattr(background, "RINGS_AFTER", 0.01)
    look()

    assert done.wait(PATIENCE)
    assert looked_through(neighbour).proven_until is not None


def test_a_busy_site_has_one_clock_however_long_an_anchor_takes(
    neighbour: Path, monkeypatch: pytest.MonkeyPatch
):
    """Each clock is a thread with a connection: two for one doubles every time it rings."""
    rings, goes_on = threading.Semaphore(0), threading.Semaphore(0)

    def slow(*args: object, **more: object) -> None:
        rings.release()
        goes_on.acquire(timeout=PATIENCE)

    monkeypatch.setattr(background, "give_away", slow)
    monkeypatch.setattr(background, "RINGS_AFTER", 0.01)
    clocks = []
    for _ in range(4):
        look()
        assert rings.acquire(timeout=PATIENCE)
        look()
        clocks.append(sum(isinstance(one, threading.Timer) for one in threading.enumerate()))
        goes_on.release()
    services.close()
    goes_on.release(4)

    assert clocks == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE trust_access SET body = replace(body, 'look', 'find')", FaultKind.EDITED),
        ("UPDATE trust_access SET journey = actor", FaultKind.EDITED),
        ("DELETE FROM trust_access WHERE seq = 2", FaultKind.DELETED),
        ("DELETE FROM trust_access WHERE seq > 2", FaultKind.TAIL_CUT),
        ("DELETE FROM trust_access", FaultKind.TAIL_CUT),
        ("DELETE FROM trust_anchor", FaultKind.ANCHOR_MISSING),
    ],
)
def test_what_an_owner_of_the_database_does_shows(neighbour: Path, statement: str, kind: FaultKind):
    for _ in range(4):
        look()
    outside.give_away(NOW)

    unguarded(statement)
    report = looked_through(neighbour)

    assert kind in {fault.kind for fault in report.faults}
    assert report.proven_until is None


# --- another instance --------------------------------------------------------------------------
def test_the_last_anchors_are_shown_to_everybody(client: Client):
    look()
    anchor = make_anchor(NOW)

    response = client.get("/anker")

    assert anchor is not None
    assert response.json() == {"anchors": [anchor.line]}
    assert response.headers["Cache-Control"] == "no-store"


def test_a_neighbour_keeps_them_and_notices_when_they_change(tmp_path: Path, live_server):
    kept = tmp_path / "of-them.txt"
    look()
    make_anchor(NOW)

    first = keep_of(live_server.url, kept, private=True)
    again = keep_of(live_server.url, kept, private=True)
    kept.write_text(re.sub("[0-9a-f]{64}", "0" * 64, kept.read_text()))

    assert (first, again) == (1, 0)
    with pytest.raises(OtherAnchors):
        keep_of(live_server.url, kept, private=True)


# --- what is too old ---------------------------------------------------------------------------
def test_rows_go_when_they_are_older_than_they_must_be_kept(neighbour: Path):
    for years in (7, 6, 4, 0):
        look(NOW - timedelta(days=366 * years))
    outside.give_away(NOW)

    assert auditing.prune_old(NOW) == 2
    assert auditing.prune_old(NOW) == 0
    assert looked_through(neighbour) == Report(2, 1, (), NOW)


def test_somebody_who_was_away_for_years_leaves_the_last_row(neighbour: Path):
    look(NOW - timedelta(days=366 * 8))
    look(NOW - timedelta(days=366 * 7))
    outside.give_away(NOW - timedelta(days=366 * 6))

    assert auditing.prune_old(NOW) == 1
    assert looked_through(neighbour).faults == ()


def test_a_longer_term_is_kept_to(settings: LazySettings):
    settings.ACCESS_LOG_YEARS = 15
    look(NOW - timedelta(days=366 * 7))
    look(NOW)

    assert auditing.prune_old(NOW) == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trust_access_cut SET signature = ''",
        "UPDATE trust_access_cut SET seq = seq + 1",
        "UPDATE trust_access_cut SET before = 0",
    ],
)
def test_a_cut_that_is_not_ours_hides_nothing(neighbour: Path, statement: str):
    for years in (7, 6, 0):
        look(NOW - timedelta(days=366 * years))
    outside.give_away(NOW)
    auditing.prune_old(NOW)

    unguarded(statement)

    assert looked_through(neighbour).faults != ()


# --- the start ---------------------------------------------------------------------------------
def ids(now: datetime) -> list[str | None]:
    return [fault.id for fault in checks.log_faults(now)]


def test_a_clock_that_runs_behind_the_log_is_refused(neighbour: Path):
    look(NOW)
    outside.give_away(NOW)

    assert ids(NOW - timedelta(minutes=4)) == []
    assert ids(NOW - timedelta(minutes=6)) == ["ruimbaan.E031"]


def test_rows_that_wait_long_for_an_anchor_are_said(neighbour: Path):
    look(NOW)

    assert ids(NOW + timedelta(minutes=9)) == []
    assert ids(NOW + timedelta(minutes=11)) == ["ruimbaan.W030"]

    outside.give_away(NOW)
    assert ids(NOW + timedelta(minutes=11)) == []


@pytest.mark.parametrize(
    ("files", "mail", "demo", "refused"),
    [
        ((), "", False, True),
        (("x",), "", False, False),
        ((), "a@b.example", False, False),
        ((), "", True, False),
    ],
)
def test_a_site_for_real_has_somebody_who_keeps_its_anchors(
    settings: LazySettings, files: tuple[str, ...], mail: str, demo: bool, refused: bool
):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, demo=demo)
    settings.ANCHOR_FILES, settings.ANCHOR_MAIL = files, mail

    assert [fault.id for fault in checks.check_places(None)] == ["ruimbaan.E030"] * refused


def test_rows_keep_their_order_when_the_clock_jumps_back():
    for minutes in (10, 0, 5):
        look(NOW + timedelta(minutes=minutes))

    assert looked_through().faults == ()


# --- the command -------------------------------------------------------------------------------
Command = Callable[..., tuple[int, str]]


@pytest.fixture
def command() -> Command:
    def called(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["audit", *words])
        return result.exit_code, result.stdout

    return called


def test_the_command_makes_verifies_and_exports(neighbour: Path, command: Command):
    journey = uuid4()
    look(journey=journey)

    assert command("anchor")[0] == 0
    code, told = command("verify", "--json")
    exported = command("export")[1].splitlines()

    assert code == 0
    assert json.loads(told)["faults"] == []
    assert json.loads(told)["proven_until"] is not None
    assert json.loads(exported[0])["entry"]["journey"] == str(journey)
    assert command("export", "--since", "2041-01-01")[1] == ""


def test_the_command_says_what_is_wrong(neighbour: Path, command: Command):
    look()
    look()
    command("anchor")
    unguarded("DELETE FROM trust_access WHERE seq = 2")

    code, told = command("verify", str(neighbour), "--language", "en")

    assert code == 1
    assert "2: cut off from here." in told
    assert "Nothing is proven" in told


def test_an_anchor_that_nobody_keeps_is_said(command: Command):
    assert command("anchor")[0] == 1


def test_a_file_of_anchors_that_is_not_there_is_said(command: Command, tmp_path: Path):
    assert command("verify", str(tmp_path / "nowhere.txt"))[0] == 2


def test_pruning_says_how_many(command: Command):
    look(timezone.now())

    assert command("prune", "--json") == (0, '{"removed": 0}\n')
