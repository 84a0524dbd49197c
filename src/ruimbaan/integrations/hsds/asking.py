# SPDX-License-Identifier: EUPL-1.2
"""One question over HTTP to a peer we looked at: no redirects, not too long, not too large."""

from __future__ import annotations

import socket
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlencode

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.addresses import Peer
from ruimbaan.integrations.hsds.errors import ExchangeError, NoAnswer, OddAnswer, TooLarge
from ruimbaan.integrations.hsds.json_text import read_json
from ruimbaan.integrations.hsds.limits import MEGABYTE
from ruimbaan.integrations.hsds.tables_text import decoded

TIMEOUT = 20.0  # seconds without a byte
LONGEST = 60.0  # seconds for one whole answer
ANSWER_BYTES = 30 * MEGABYTE
CHUNK = 65_536
NOT_THERE = (404, 405, 501)
HEADERS = {"Accept": "application/json", "User-Agent": "Ruimbaan", "Accept-Encoding": "identity"}


class _Connection(HTTPConnection):
    """Goes to the address that was looked at; its certificate must be of the name we asked for."""

    def __init__(self, peer: Peer, timeout: float) -> None:
        super().__init__(peer.host, peer.port, timeout=timeout)
        self.peer = peer

    def connect(self) -> None:
        address = (self.peer.ip, self.peer.port)
        self.sock = socket.create_connection(address, timeout=self.timeout)
        if self.peer.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.peer.host)


def ask(
    peer: Peer, path: str, parameters: dict[str, str] | None = None, *, timeout: float = TIMEOUT
) -> tuple[Json, Place] | None:
    """What stands at this path, and its place; None when the peer has no such path.

    Raises NoAnswer, OddAnswer or TooLarge.
    """
    query = f"?{urlencode(parameters)}" if parameters else ""
    place = Place(shown(f"{peer.host}{peer.path}{path}{query}"), path="$")
    connection = _Connection(peer, timeout)
    try:
        connection.request("GET", f"{peer.path}{path}{query}", headers=HEADERS)
        answer = connection.getresponse()
        if answer.status in NOT_THERE:
            return None
        if answer.status != 200:
            raise NoAnswer(place, reason=f"HTTP {answer.status}")
        content = _read(answer, place)
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(place, reason=type(error).__name__) from None
    finally:
        connection.close()
    try:
        return read_json(decoded(content, place), place), place
    except ExchangeError as error:
        raise OddAnswer(place, reason=error.explain("en").cause) from None


def _read(answer: HTTPResponse, place: Place) -> bytes:
    ends = time.monotonic() + LONGEST
    found = bytearray()
    while chunk := answer.read1(CHUNK):
        found += chunk
        if len(found) > ANSWER_BYTES:
            raise TooLarge(place, what=f"> {ANSWER_BYTES // MEGABYTE} MB")
        if time.monotonic() > ends:
            raise NoAnswer(place, reason=f"> {LONGEST:.0f} s")
    return bytes(found)
