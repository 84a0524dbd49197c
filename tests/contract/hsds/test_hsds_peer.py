# SPDX-License-Identifier: EUPL-1.2
"""The API of a peer: page by page, within limits, and never an address that is not public."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ruimbaan.integrations.hsds import errors
from ruimbaan.integrations.hsds.addresses import is_public, peer_at
from ruimbaan.integrations.hsds.asking import ask
from ruimbaan.integrations.hsds.peer import read_peer

SERVICES = [
    {"id": f"s{number}", "name": f"Inloop {number}", "status": "active"} for number in range(5)
]
PHONE = {"id": "p1", "number": "024"}


class Neighbour(BaseHTTPRequestHandler):
    """Answers what the server's `pages` say, and keeps what was asked."""

    def do_GET(self) -> None:
        server: Any = self.server
        asked = urlsplit(self.path)
        server.asked.append(self.path)
        answer = server.pages.get(asked.path)
        if callable(answer):
            answer = answer(parse_qs(asked.query))
        status, body = answer if isinstance(answer, tuple) else (200 if answer else 404, answer)
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Nothing is written down."""


@pytest.fixture
def neighbour() -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Neighbour)
    server.pages, server.asked = {}, []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    server.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def in_pages(query: dict[str, list[str]]) -> Any:
    number = int(query["page"][0])
    found = SERVICES[2 * number - 2 : 2 * number]
    return {"contents": found, "page_number": number, "total_pages": 3, "last_page": number == 3}


def test_every_page_is_read_and_each_service_is_asked_for_whole(neighbour: Any):
    neighbour.pages["/hsds/services"] = in_pages
    neighbour.pages["/hsds/services/s3"] = SERVICES[3] | {"phones": [PHONE]}

    found = read_peer(f"{neighbour.address}/hsds", private=True)

    assert [row.values["id"] for row in found.rows if row.table == "service"] == [
        "s0", "s1", "s2", "s3", "s4",
    ]  # fmt: skip
    assert [row.values for row in found.rows if row.table == "phone"] == [
        {"service_id": "s3", **PHONE}
    ]
    assert sum("page=" in path and "/services?" in path for path in neighbour.asked) == 3


def test_whole_services_are_not_asked_for_again(neighbour: Any):
    whole = SERVICES[0] | {"phones": [PHONE]}
    neighbour.pages["/services"] = {"contents": [whole], "last_page": True}

    read_peer(neighbour.address, private=True)

    assert not any(path.startswith("/services/") for path in neighbour.asked)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, errors.OddAnswer),
        ((500, b"oops"), errors.NoAnswer),
        ((302, b""), errors.NoAnswer),
        ((200, b"<html>"), errors.OddAnswer),
        ((200, b"[" * 1_000), errors.OddAnswer),
        ({"contents": "none"}, errors.OddAnswer),
        ({"contents": ["none"]}, errors.OddAnswer),
    ],
)
def test_an_answer_that_is_none(neighbour: Any, answer: Any, expected: type[Exception]):
    neighbour.pages["/services"] = answer

    with pytest.raises(expected):
        read_peer(neighbour.address, private=True)

    assert len(neighbour.asked) == 1  # a redirect is not followed


def test_an_answer_that_does_not_come(neighbour: Any):
    peer = peer_at(neighbour.address, private=True)
    neighbour.shutdown()
    neighbour.server_close()

    with pytest.raises(errors.NoAnswer):
        ask(peer, "/services", timeout=0.2)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/hsds",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://user:secret@example.org",
        "https://example.org/hsds?x=1",
        "https://exam\tple.org",
        "https://[::1",
        "services",
        "",
    ],
)
def test_an_address_we_do_not_ask(address: str):
    with pytest.raises(errors.AddressRefused):
        peer_at(address, resolve=lambda *_: ["93.184.216.34"])


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "nonsense",
    ],
)
def test_a_name_that_leads_inside_is_not_asked(ip: str):
    assert not is_public(ip)
    with pytest.raises(errors.AddressRefused):
        peer_at("https://neighbours.example", resolve=lambda *_: ["93.184.216.34", ip])


def test_a_public_name_is_looked_up_once_and_the_connection_goes_there():
    answers = iter([["93.184.216.34"], ["10.0.0.1"]])

    peer = peer_at("https://neighbours.example:8443/hsds/", resolve=lambda *_: next(answers))

    assert (peer.ip, peer.port, peer.path, peer.secure) == ("93.184.216.34", 8443, "/hsds", True)
