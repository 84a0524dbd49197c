# SPDX-License-Identifier: EUPL-1.2
"""Sends requests over connections that stay open, and times each until its last byte."""

from __future__ import annotations

import asyncio
import gzip
import random
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from tests.long.page_writer import FORM_TOKEN, SESSION

TOKEN = "a" * 32  # a token against other sites, as cookie and in the form
EXPECTED = {200, 302}
NO_ANSWER = 0  # in place of a status: the line was broken off
WRITES = 0.2  # of all requests
NUMBER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass
class Tally:
    seconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    pages: dict[str, list[float]] = field(default_factory=dict)  # seconds, by kind of page
    written: int = 0

    def note(self, status: int, seconds: float, page: str) -> None:
        self.seconds.append(seconds)
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.pages.setdefault(page, []).append(seconds)

    def share(self, part: float) -> float:
        """Milliseconds within which this part of all answers was there."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))]


@dataclass(frozen=True, slots=True)
class Asked:
    """What leaves. `form` is empty for a look; else what it sends is kept once, however often."""

    message: bytes
    form: str = ""
    words: str = ""

    @property
    def page(self) -> str:
        """Method and path, without the numbers in it."""
        method, path, _rest = self.message.split(b" ", 2)
        return f"{method.decode()} {NUMBER.sub('...', path.decode())}"


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: Mapping[str, str]  # names in small letters
    body: bytes

    @property
    def page(self) -> str:
        zipped = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if zipped else self.body).decode()


class Browser:
    """One visitor. With several `ports` each next question goes to the next one, as a proxy does."""

    def __init__(self, visitor: dict[str, Any], ports: Sequence[int], dice: random.Random) -> None:
        self.visitor, self.ports, self.dice = visitor, ports, dice
        self._turn = dice.randrange(len(ports))
        self._lines: dict[int, tuple[asyncio.StreamReader, asyncio.StreamWriter]] = {}

    async def act(self, tally: Tally, since: float | None = None) -> None:
        """One request; `since` is when it should have left, so that waiting counts too."""
        asked = self.next()
        begin = since if since is not None else time.perf_counter()
        try:
            status = (await self.send(asked)).status
        except (OSError, asyncio.IncompleteReadError):
            status = NO_ANSWER
        tally.note(status, time.perf_counter() - begin, asked.page)
        tally.written += bool(asked.form) and status == 302

    def next(self) -> Asked:
        """Whatever this visitor does next."""
        return self._write() if self.dice.random() < WRITES else self._read()

    def _read(self) -> Asked:
        path = self.dice.choice(self.visitor["reads"])
        return Asked(f"GET {path} HTTP/1.1\r\n{self._headers()}\r\n".encode())

    def _write(self) -> Asked:
        form = str(uuid4())
        words = f"Een eigen notitie van vandaag, met een paar zinnen. {form} " * 3
        filled = {"csrfmiddlewaretoken": TOKEN, "form": form, "words": words.strip()}
        body = urlencode(filled)
        message = (
            f"POST {self.visitor['writes']}/nieuw HTTP/1.1\r\n{self._headers()}"
            "Origin: https://127.0.0.1\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}"
        )
        return Asked(message.encode(), form, filled["words"])

    def _headers(self) -> str:
        return (
            "Host: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nAccept-Encoding: gzip\r\n"
            f"Cookie: {SESSION}={self.visitor['session']}; {FORM_TOKEN}={TOKEN}\r\n"
        )

    async def send(self, asked: Asked) -> Reply:
        """Raises OSError or IncompleteReadError when the server goes away; then it is closed."""
        port = self.ports[self._turn % len(self.ports)]
        self._turn += 1
        line = self._lines.pop(port, None)
        # a server ends a line on which nothing was asked for a while
        if line is None or line[0].at_eof() or line[1].is_closing():
            line = await asyncio.open_connection("127.0.0.1", port)
        reader, writer = line
        try:
            writer.write(asked.message)
            reply = await _reply(reader)
        except BaseException:
            writer.close()
            raise
        self._lines[port] = line
        return reply

    def close(self) -> None:
        for _reader, writer in self._lines.values():
            writer.close()
        self._lines.clear()


async def _reply(reader: asyncio.StreamReader) -> Reply:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.split(": ", 1) for line in lines if ": " in line)
    headers = {name.lower(): value for name, value in pairs}
    if headers.get("transfer-encoding") == "chunked":
        body = await _chunks(reader)
    else:
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Reply(int(first.split(" ")[1]), headers, body)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    found = []
    while size := int((await reader.readline()).strip() or b"0", 16):
        found.append((await reader.readexactly(size + 2))[:-2])
    await reader.readline()
    return b"".join(found)


async def closed_loop(
    visitors: list[Any], users: int, seconds: float, ports: Sequence[int]
) -> Tally:
    """Each user asks again as soon as there is an answer."""
    tally, end = Tally(), time.perf_counter() + seconds

    async def user(number: int) -> None:
        browser = Browser(visitors[number % len(visitors)], ports, random.Random(number))
        while time.perf_counter() < end:
            await browser.act(tally)

    await asyncio.gather(*(user(number) for number in range(users)))
    return tally


async def open_loop(
    visitors: list[Any], per_second: float, seconds: float, ports: Sequence[int]
) -> Tally:
    """Requests leave on their own time, whether or not earlier ones are answered."""
    tally = Tally()
    dice = random.Random(1)
    free = [Browser(visitor, ports, random.Random(n)) for n, visitor in enumerate(visitors)]
    running: set[asyncio.Task[None]] = set()
    begin = time.perf_counter()
    leaves = 0.0
    while leaves < seconds:
        leaves += dice.expovariate(per_second)
        await asyncio.sleep(max(0.0, begin + leaves - time.perf_counter()))
        browser = (
            free.pop()
            if free
            else Browser(dice.choice(visitors), ports, random.Random(int(leaves)))
        )

        async def one(browser: Browser = browser, since: float = begin + leaves) -> None:
            await browser.act(tally, since)
            free.append(browser)

        task = asyncio.create_task(one())
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)
    return tally
