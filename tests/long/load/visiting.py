# SPDX-License-Identifier: EUPL-1.2
"""Sends requests over connections that stay open, and times each until its last byte."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from tests.long.page_writer import FORM_TOKEN, SESSION

TOKEN = "a" * 32  # a token against other sites, as cookie and in the form
EXPECTED = {200, 302}
WRITES = 0.2  # of all requests


@dataclass
class Tally:
    seconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    written: int = 0

    def note(self, status: int, seconds: float) -> None:
        self.seconds.append(seconds)
        self.statuses[status] = self.statuses.get(status, 0) + 1

    def share(self, part: float) -> float:
        """Milliseconds within which this part of all answers was there."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class Browser:
    def __init__(self, visitor: dict[str, Any], port: int, dice: random.Random) -> None:
        self.visitor, self.port, self.dice = visitor, port, dice
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def act(self, tally: Tally, since: float | None = None) -> None:
        """One request; `since` is when it should have left, so that waiting counts too."""
        writes = self.dice.random() < WRITES
        message = self._write() if writes else self._read()
        begin = since if since is not None else time.perf_counter()
        status = await self._send(message)
        tally.note(status, time.perf_counter() - begin)
        tally.written += writes and status == 302

    def _read(self) -> bytes:
        path = self.dice.choice(self.visitor["reads"])
        return f"GET {path} HTTP/1.1\r\n{self._headers()}\r\n".encode()

    def _write(self) -> bytes:
        words = "Een eigen notitie van vandaag, met een paar zinnen. " * 3
        form = {"csrfmiddlewaretoken": TOKEN, "form": str(uuid4()), "words": words}
        body = urlencode(form)
        return (
            f"POST {self.visitor['writes']}/nieuw HTTP/1.1\r\n{self._headers()}"
            "Origin: https://127.0.0.1\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}"
        ).encode()

    def _headers(self) -> str:
        return (
            "Host: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nAccept-Encoding: gzip\r\n"
            f"Cookie: {SESSION}={self.visitor['session']}; {FORM_TOKEN}={TOKEN}\r\n"
        )

    async def _send(self, message: bytes) -> int:
        if self.writer is None or self.reader is None or self.writer.is_closing():
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(message)
        head = await self.reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
        if headers.get("transfer-encoding") == "chunked":
            await self._chunks()
        else:
            await self.reader.readexactly(int(headers.get("content-length", 0)))
        return int(first.split(" ")[1])

    async def _chunks(self) -> None:
        assert self.reader is not None
        while size := int((await self.reader.readline()).strip() or b"0", 16):
            await self.reader.readexactly(size + 2)
        await self.reader.readline()


async def closed_loop(visitors: list[Any], users: int, seconds: float, port: int) -> Tally:
    """Each user asks again as soon as there is an answer."""
    tally, end = Tally(), time.perf_counter() + seconds

    async def user(number: int) -> None:
        browser = Browser(visitors[number % len(visitors)], port, random.Random(number))
        while time.perf_counter() < end:
            await browser.act(tally)

    await asyncio.gather(*(user(number) for number in range(users)))
    return tally


async def open_loop(visitors: list[Any], per_second: float, seconds: float, port: int) -> Tally:
    """Requests leave on their own time, whether or not earlier ones are answered."""
    tally = Tally()
    dice = random.Random(1)
    free = [Browser(visitor, port, random.Random(n)) for n, visitor in enumerate(visitors)]
    running: set[asyncio.Task[None]] = set()
    begin = time.perf_counter()
    leaves = 0.0
    while leaves < seconds:
        leaves += dice.expovariate(per_second)
        await asyncio.sleep(max(0.0, begin + leaves - time.perf_counter()))
        browser = (
            free.pop() if free else Browser(dice.choice(visitors), port, random.Random(int(leaves)))
        )

        async def one(browser: Browser = browser, since: float = begin + leaves) -> None:
            await browser.act(tally, since)
            free.append(browser)

        task = asyncio.create_task(one())
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)
    return tally
