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
from django.urls import URLResolver, get_resolver, reverse
from django.utils import translation

from ruimbaan.project import logs, pacing
from ruimbaan.project.buckets import Buckets
from ruimbaan.project.logs import LOGGING, WithoutSecrets

SECRET = "Zb3-kk_9QmX0aT7vLwPz5dRcY1eHs8Nf"  # as long as a real one, and of nobody


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

    WithoutSecrets().filter(record)

    assert record.getMessage() == '"GET /route HTTP/1.1" 200 10'


def with_a_secret(resolver: URLResolver, within: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all addresses that open something by themselves: the secret is their `token`."""
    here = (*within, resolver.namespace) if resolver.namespace else within
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from with_a_secret(one, here)
        elif "token" in one.pattern.regex.groupindex:
            yield ":".join((*here, str(one.name)))


SECRET_NAMES = tuple(with_a_secret(get_resolver()))


def secret_address(name: str, language: str) -> str:
    with translation.override(language):
        return reverse(name, kwargs={"token": SECRET})


def test_the_addresses_with_a_secret_are_found():
    assert {"calendar:feed", "handoff:link", "summary:opened", "room_asking:link"} <= set(
        SECRET_NAMES
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", SECRET_NAMES)
def test_an_address_that_opens_something_is_a_line_without_its_secret(
    client: Client, written: StringIO, name: str, language: str
):
    """As a page that is not there, as a mail program made it longer, and as a server writes it."""
    path = secret_address(name, language)
    client.get(f"{path}.")
    client.get(f"{path}/nergens")
    logging.getLogger("django.server").info('"%s" %s', f"GET {path} HTTP/1.1", 200)
    logging.getLogger("django.request").warning(f"From https://ruimbaan.example{path.upper()}")
    logging.getLogger("elsewhere").warning("Method Not Allowed (%s): %s", "PUT", path)

    lines = written.getvalue().splitlines()
    assert len(lines) == 5
    assert all("/***" in line for line in lines)
    assert SECRET.upper() not in written.getvalue().upper()


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_lines_for_a_program_have_no_secret_either(name: str):
    stream, path = StringIO(), secret_address(name, "nl")
    dictConfig(logs.written(as_json=True))
    handler = logging.getLogger("django").handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    try:
        logging.getLogger("django.request").warning("Not Found: %s", path)
    finally:
        dictConfig({**LOGGING, "handlers": {"stderr": {"class": "logging.NullHandler"}}})

    message = json.loads(stream.getvalue())["message"]
    assert message == f"Not Found: {path[: path.index(SECRET)]}***"


def test_a_number_that_opens_nothing_by_itself_stays_in_the_line(client: Client, written: StringIO):
    number = "2f1c1b0e-4c61-4a55-9d13-0b9a3b1f7c55"
    for path in (f"/mijn/overdracht/{number}", f"/en/werk/overdracht/{number}"):
        client.get(f"{path}/nergens")

        assert f"{path}/nergens" in written.getvalue()


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
