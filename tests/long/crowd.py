# SPDX-License-Identifier: EUPL-1.2
"""Many people at once who go on, whatever happens to the site: who gets no answer, or hears that it
is closed for a moment, sends the same again. Every answer must be what was asked for, or an honest 503:
the page "we zijn er zo weer", with when to come back, and with what was typed still on it."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from typing import Any

from tests.long.load.visiting import EXPECTED, Asked, Browser, Reply

KIND = {"/en/": "We will be back soon", "/": "We zijn er zo weer"}
LONGEST = 30.0  # seconds that somebody waits for an answer
AGAIN = 1.0  # seconds after which somebody tries again
GONE = (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError)


@dataclass(frozen=True, slots=True)
class Answer:
    at: float  # monotonic, seconds: when it was there
    took: float  # seconds
    status: int


@dataclass
class Seen:
    answers: list[Answer] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)  # journey and form, as was answered
    closed: int = 0  # honest 503s
    away: int = 0  # nobody answered
    wrong: Counter[str] = field(default_factory=Counter)

    def share(self, part: float, status: frozenset[int] = frozenset(EXPECTED)) -> float:
        """Milliseconds within which this part of the answers was there."""
        found = sorted(one.took for one in self.answers if one.status in status)
        return 1000 * found[min(len(found) - 1, int(part * len(found)))] if found else 0.0

    def between(self, begin: float, end: float) -> Seen:
        return Seen([one for one in self.answers if begin <= one.at < end])

    def first_good(self, since: float) -> float | None:
        """The moment from which all goes as before: the first answer after the last 503."""
        bad = [one.at for one in self.answers if one.at >= since and one.status not in EXPECTED]
        after = max(bad, default=since)
        good = [one.at for one in self.answers if one.at >= after and one.status in EXPECTED]
        return min(good, default=None)

    @property
    def figures(self) -> dict[str, object]:
        statuses = Counter(one.status for one in self.answers)
        return {
            "answers": len(self.answers),
            "statuses": dict(sorted(statuses.items())),
            "p50_ms": round(self.share(0.5)),
            "p95_ms": round(self.share(0.95)),
            "p99_ms": round(self.share(0.99)),
            "acknowledged": len(self.kept),
            "closed_503": self.closed,
            "no_answer": self.away,
            "wrong": dict(self.wrong),
        }


class Crowd(threading.Thread):
    """`think`: seconds between two questions of one person, on average."""

    def __init__(
        self, visitors: Sequence[Any], ports: Sequence[int], users: int, think: float
    ) -> None:
        super().__init__(daemon=True)
        self.seen = Seen()
        self._people = [visitors[number % len(visitors)] for number in range(users)]
        self._ports, self._think, self._stopping = ports, think, threading.Event()

    def run(self) -> None:
        asyncio.run(self._all())

    def end(self) -> None:
        """Who waits for an answer gets it first."""
        self._stopping.set()
        self.join(LONGEST + 10)

    async def _all(self) -> None:
        await asyncio.gather(*(self._one(number) for number in range(len(self._people))))

    async def _one(self, number: int) -> None:
        dice = random.Random(number)
        browser = Browser(self._people[number], self._ports, dice)
        while True:
            await self._pause(dice.expovariate(1 / self._think))
            if self._stopping.is_set():
                break
            await self._until_answered(browser, browser.next())
        browser.close()

    async def _pause(self, seconds: float) -> None:
        """In pieces, so that nobody thinks on when all stop."""
        until = time.monotonic() + seconds
        while not self._stopping.is_set() and (left := until - time.monotonic()) > 0:
            await asyncio.sleep(min(left, AGAIN))

    async def _until_answered(self, browser: Browser, asked: Asked) -> None:
        while not self._stopping.is_set():
            begin = time.monotonic()
            try:
                reply = await asyncio.wait_for(browser.send(asked), LONGEST)
            except TimeoutError:
                self.seen.wrong[f"no answer within {LONGEST:.0f} s"] += 1
            except GONE:
                self.seen.away += 1
            else:
                self._note(browser, asked, reply, begin)
                if reply.status != HTTPStatus.SERVICE_UNAVAILABLE:
                    return
            await self._pause(AGAIN)

    def _note(self, browser: Browser, asked: Asked, reply: Reply, begin: float) -> None:
        seen, now = self.seen, time.monotonic()
        seen.answers.append(Answer(now, now - begin, reply.status))
        if reply.status == HTTPStatus.SERVICE_UNAVAILABLE:
            fault = unkind(asked, reply)
            seen.closed += not fault
            if fault:
                seen.wrong[fault] += 1
        elif reply.status not in EXPECTED:
            seen.wrong[str(reply.status)] += 1
        elif asked.form and reply.status == HTTPStatus.FOUND:
            seen.kept.append((browser.visitor["journey"], asked.form))


def unkind(asked: Asked, reply: Reply) -> str:
    """What is wrong with this 503; empty when it is as it is meant."""
    path = asked.message.split(b" ", 2)[1].decode()
    words = next(text for begin, text in KIND.items() if path.startswith(begin))
    if words not in reply.page:
        return "503 without a page"
    if not reply.headers.get("retry-after"):
        return "503 without Retry-After"
    whole = escape(asked.words) in reply.page and f'value="{asked.form}"' in reply.page
    return "" if whole or not asked.form else "503 without what was typed"
