# SPDX-License-Identifier: EUPL-1.2
"""The real server in front: what is too long for it is refused before our code sees it, and it goes on
answering. docs/reference/bad-input.md says which answer belongs to which."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.security.running_site import Site, running

LONG = b"x" * 1_000_000
HEAD = b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
PLAIN = b"GET /hulp-nu" + HEAD + b"\r\n"
STRANGE = {
    "an address of a megabyte": (b"GET /?" + LONG + HEAD + b"\r\n", 431),
    "a cookie of a megabyte": (b"GET /" + HEAD + b"Cookie: a=" + LONG + b"\r\n\r\n", 431),
    "ten thousand headers": (b"GET /" + HEAD + b"A: 1\r\n" * 10_000 + b"\r\n", 431),
    "NUL in the address": (b"GET /\x00" + HEAD + b"\r\n", 400),
    "two lengths": (
        b"POST /" + HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n123456",
        400,
    ),
    "a length below nothing": (b"POST /" + HEAD + b"Content-Length: -1\r\n\r\n", 400),
    "TRACE": (b"TRACE /" + HEAD + b"\r\n", 405),
    "no HTTP at all": (b"\x16\x03\x01 what is this\r\n\r\n", 400),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("site")) as started:
        yield started


def status(site: Site, sent: bytes) -> int:
    """Of the answer, which may come before all was sent."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as line:
        with suppress(BrokenPipeError, ConnectionResetError):  # it stopped reading
            line.sendall(sent)
        return int(line.recv(1_000).split()[1])


@pytest.mark.parametrize("name", STRANGE)
def test_what_no_browser_sends_is_refused_and_the_site_goes_on(site: Site, name: str):
    sent, expected = STRANGE[name]

    assert status(site, sent) == expected
    assert status(site, PLAIN) == 200
