# SPDX-License-Identifier: EUPL-1.2
"""Whether all works: each thing that breaks is said, and nothing of anybody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.operating.line import Line, State
from ruimbaan.parts.operating.queries import SUBJECTS, look
from ruimbaan.parts.operating.subjects import letters
from ruimbaan.parts.operating.subjects.place import of_room
from ruimbaan.parts.operating.views import page_of
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.outbox.services import post
from ruimbaan.parts.trust.backup import age
from ruimbaan.parts.trust.keys.services import new_key
from ruimbaan.parts.trust.log import services as log
from ruimbaan.parts.trust.rights import retention_age
from tests.parts.access_logs import begin_empty
from tests.parts.key_rings import NEW, OLD, empty_address
from tests.parts.smtp_server import mail_server
from tests.signed_in import as_role

GIGABYTE = 10**9


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture(autouse=True)
def in_use(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    """As where it is really used: not a demo, with a log and keys of its own."""
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, demo=False, mail="smtp://mail.example.org")
    settings.BACKUP_NOTE = tmp_path / "last_backup"
    settings.RETENTION_NOTE = tmp_path / "last_retention"
    settings.KEY_STORE = empty_address(tmp_path)
    settings.MASTER_KEYS = (NEW,)
    settings.MAIL_AT_ONCE = False
    begin_empty(settings, tmp_path)
    settings.ANCHOR_FILES = (str(tmp_path / "anchors.txt"),)
    settings.ANCHOR_MAIL = ""
    yield
    log.close()


def said(subject: str, now: datetime) -> Line:
    return next(line for line in look(now) if line.subject == subject)


def test_every_subject_has_one_line_and_its_own_name(now: datetime):
    lines = look(now)

    assert [line.subject for line in lines] == list(SUBJECTS)
    assert len({line.name.nl for line in lines}) == len(lines)
    assert all(line.advice for line in lines if line.state in {State.LOOK, State.WRONG})


def test_the_age_of_the_backup(now: datetime):
    none_yet = said("backup", now).state
    age.note(now - timedelta(hours=25))
    young = said("backup", now)
    age.note(now - timedelta(hours=27))
    old = said("backup", now)

    assert (none_yet, young.state, old.state) == (State.WRONG, State.GOOD, State.WRONG)
    assert "25 uur" in young.told.nl


def test_when_what_is_past_its_term_was_last_removed(now: datetime):
    never = said("retention", now).state
    retention_age.note(now - timedelta(hours=49))
    young = said("retention", now).state
    retention_age.note(now - timedelta(hours=51))
    late = said("retention", now)

    assert (never, young, late.state) == (State.LOOK, State.GOOD, State.WRONG)
    assert "51 uur" in late.told.nl


def test_letters_that_should_have_left(now: datetime):
    empty = said("outbox", now).state
    post("test.letter", "sterre@example.org", "Een bericht", "Hallo\n", key="a", at=now)
    due = said("outbox", now + timedelta(minutes=9)).state
    late = said("outbox", now + timedelta(minutes=11))
    Letter.objects.update(state="failed")
    given_up = said("outbox", now)
    post("test.letter", "karim@example.org", "Een bericht", "Hallo\n", key="b", at=now)
    late_too = said("outbox", now + timedelta(minutes=11))

    assert late_too == late
    assert (empty, due, late.state, given_up.state) == (
        State.GOOD,
        State.GOOD,
        State.WRONG,
        State.LOOK,
    )
    assert "11 minuten" in late.told.nl
    assert "sterre" not in f"{late} {given_up}"


def test_the_mail_server_lets_us_in_or_not(settings: LazySettings, now: datetime):
    with mail_server() as arrivals:
        inside = letters.mail_server(now).state
        settings.EMAIL_PORT = 1  # where nobody listens
        gone = letters.mail_server(now)

    assert (inside, gone.state) == (State.GOOD, State.WRONG)
    assert arrivals.letters == []
    assert "Error" in gone.told.nl


def test_anchors_that_nobody_keeps(settings: LazySettings, tmp_path: Path, now: datetime):
    kept = said("anchors", now).state
    settings.ANCHOR_FILES = (str(tmp_path / "no" / "such" / "folder" / "anchors.txt"),)
    shut = said("anchors", now).state
    settings.ANCHOR_FILES = ()
    nobody = said("anchors", now).state

    assert (kept, shut, nobody) == (State.GOOD, State.WRONG, State.WRONG)


def test_keys_under_an_older_master_key(settings: LazySettings, now: datetime):
    settings.MASTER_KEYS = (OLD,)
    new_key(uuid4())
    before = said("keys", now).state
    settings.MASTER_KEYS = (NEW, OLD)

    assert (before, said("keys", now).state) == (State.GOOD, State.LOOK)


@pytest.mark.parametrize(
    ("free", "state"), [(11, State.GOOD), (9, State.LOOK), (2, State.WRONG), (0, State.WRONG)]
)
def test_room_on_the_disk(free: int, state: State):
    assert of_room(free * GIGABYTE, 100 * GIGABYTE).state is state


def test_unsafe_settings_are_counted_and_never_shown(settings: LazySettings, now: datetime):
    settings.SECRET_KEY = "a" * 50
    settings.ALLOWED_HOSTS = ["*"]

    found = said("settings", now)

    assert found.state is State.WRONG
    assert "ruimbaan.E002" in found.told.nl
    assert "ruimbaan.E003" in found.told.nl
    assert "aaaa" not in str(found)


def test_what_was_silenced_on_purpose_is_not_told(settings: LazySettings, now: datetime):
    """The command that is advised does not show it either."""
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    told = said("settings", now).told.nl
    settings.SILENCED_SYSTEM_CHECKS = []

    assert "security.W021" not in told
    assert "security.W021" in said("settings", now).told.nl


def test_what_cannot_be_looked_at_is_wrong_and_the_rest_is_told(
    settings: LazySettings, tmp_path: Path, now: datetime
):
    (tmp_path / "keys").write_text("this is no key store")
    settings.KEY_STORE = f"sqlite://{tmp_path / 'keys'}"

    lines = {line.subject: line for line in look(now)}

    assert lines["keys"].state is State.WRONG
    assert lines["database"].state is State.GOOD
    assert str(tmp_path) not in str(lines["keys"])


def test_the_page_says_it_in_two_languages():
    client = Client()
    as_role(client, Role.ADMINISTRATOR, "bea")

    dutch, english = (client.get(f"{way}/beheer/staat") for way in ("", "/en"))

    assert (dutch.status_code, english.status_code) == (200, 200)
    assert "Er is nog geen reservekopie." in dutch.content.decode()
    assert "There is no backup yet." in english.content.decode()
    assert "werkt niet" in dutch.content.decode()


def test_in_a_demo_nothing_is_said_to_be_missing(settings: LazySettings, now: datetime):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, demo=True)
    backup = said("backup", now)

    assert (backup.state, backup.told.nl) == (State.OFF, "Een demo heeft die niet nodig.")
    assert backup.advice is None


def test_a_clock_that_agrees_is_right(now: datetime):
    assert said("clock", now).state is State.GOOD


@pytest.mark.parametrize(
    ("states", "lead"),
    [
        ((State.GOOD, State.OFF), "Ja, alles werkt nu."),
        ((State.GOOD, State.LOOK), "Alles werkt. Naar 1 ding moet iemand kijken."),
        ((State.LOOK, State.WRONG), "1 ding werkt nu niet."),
    ],
)
def test_the_head_of_the_page_says_what_its_lines_say(states: tuple[State, ...], lead: str):
    lines = [Line("x", Text("Iets", "It"), state, Text("Zo", "So")) for state in states]

    assert lead in render_to_string("operating/state.html", page_of(lines))


def test_programs_read_the_same():
    answer = CliRunner().invoke(app, ["check", "--json"])

    assert [line["subject"] for line in json.loads(answer.stdout)] == list(SUBJECTS)
    assert answer.exit_code == 1  # there is no backup
