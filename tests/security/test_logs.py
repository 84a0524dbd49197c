# SPDX-License-Identifier: EUPL-1.2
"""The log never holds what someone typed."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from logging.config import dictConfig

import pytest
from django.http import HttpResponse
from django.test import Client

from ruimbaan.project import logs, pacing
from ruimbaan.project.buckets import Buckets
from ruimbaan.project.logs import LOGGING, WithoutQuery


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What our own handler writes, as text."""
    stream = StringIO()
    dictConfig(LOGGING)
    handler = logging.getLogger("django").handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    yield stream
    dictConfig({**LOGGING, "handlers": {"stderr": {"class": "logging.NullHandler"}}})


def test_a_page_that_is_not_there_is_logged_without_its_question(client: Client, written: StringIO):
    client.get("/nergens?naam=Stella")

    assert "/nergens" in written.getvalue()
    assert "Stella" not in written.getvalue()


def test_a_line_begins_with_its_moment_in_utc(client: Client, written: StringIO):
    before = datetime.now(UTC).replace(microsecond=0)
    client.get("/nergens")

    found = datetime.fromisoformat(written.getvalue().split()[0])
    assert before <= found <= datetime.now(UTC)


def test_lines_for_a_program_are_one_object_each_without_what_somebody_typed(client: Client):
    stream, typed = StringIO(), "Stella"
    dictConfig(logs.written(as_json=True))
    handler = logging.getLogger("django").handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    try:
        client.get(f"/nergens%0Aniets?naam={typed}")
        try:
            raise ValueError(typed)
        except ValueError:
            logging.getLogger("django").exception("It went wrong")
    finally:
        dictConfig({**LOGGING, "handlers": {"stderr": {"class": "logging.NullHandler"}}})

    page, error = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (page["level"], page["where"]) == ("WARNING", "django.request")
    assert page["message"].startswith("Not Found: /nergens")
    assert datetime.fromisoformat(page["at"]).tzinfo == UTC
    assert error["error"].endswith("ValueError")
    assert typed not in stream.getvalue()


@pytest.mark.parametrize("end", ["%0A", "%0D%0A", "%E2%80%A8", "%1B[2J"])
def test_an_address_cannot_begin_a_line_of_its_own(client: Client, written: StringIO, end: str):
    client.get(f"/nergens{end}2026-11-22 ERROR alles is weg")

    assert len(written.getvalue().splitlines()) == 1
    assert "\x1b" not in written.getvalue()


def test_the_line_of_a_request_loses_its_question():
    record = logging.LogRecord(
        "django.server",
        logging.INFO,
        __file__,
        1,
        '"%s" %s %s',
        ("GET /route?weg=2&naam=Stella HTTP/1.1", "200", "10"),
        None,
    )

    WithoutQuery().filter(record)

    assert record.getMessage() == '"GET /route HTTP/1.1" 200 10'


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ask", "line"),
    [
        (lambda one: one.post("/inloggen/papier", {"naam": "x"}), "Forbidden (CSRF"),
        (
            lambda one: one.get("/hulp-nu", headers={"host": "elsewhere.example"}),
            "Invalid HTTP_HOST",
        ),
    ],
    ids=["a form without its token", "another host"],
)
def test_what_tries_to_walk_round_a_check_is_a_line(
    written: StringIO, ask: Callable[[Client], HttpResponse], line: str
):
    ask(Client(enforce_csrf_checks=True))

    assert line in written.getvalue()


@pytest.mark.django_db
def test_who_asks_too_much_is_a_line(written: StringIO, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pacing, "buckets", Buckets(size=1, a_second=0.001, most=1))

    for _ in range(2):
        Client().get("/regels?zoek=Stella", REMOTE_ADDR="9.9.9.9")

    assert "Too Many Requests: /regels" in written.getvalue()
    assert "Stella" not in written.getvalue()
