# SPDX-License-Identifier: EUPL-1.2
"""A mail server on this machine that may be away, or hang; and workers of the site that send to it."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller

from tests.long.own_postgres import free_port
from tests.site_of_its_own import Site
from tools.paths import ROOT

logging.getLogger("mail.log").setLevel(logging.WARNING)  # who knocks here is no news


class Mailbox:
    """Counts what arrives, by the number of the letter (Message-ID)."""

    def __init__(self) -> None:
        self.port = free_port()
        self.arrived: Counter[str] = Counter()
        self._server: Controller | None = None
        self._deaf: socket.socket | None = None

    @property
    def settings(self) -> dict[str, str]:
        """With which a site sends to here."""
        return {
            "RUIMBAAN_MAIL": f"smtp://127.0.0.1:{self.port}",
            "RUIMBAAN_MAIL_FROM": "kaart@example.org",
            "RUIMBAAN_SITE": "https://kaart.example.org",
        }

    def start(self) -> None:
        self.away()
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)
        self._server.start()

    def away(self) -> None:
        """Nobody answers any more: a connection is refused."""
        if self._server is not None:
            self._server.stop()
            self._server = None
        if self._deaf is not None:
            self._deaf.close()
            self._deaf = None

    def hang(self) -> None:
        """A connection is taken, and then nothing comes."""
        self.away()
        self._deaf = socket.socket()
        self._deaf.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._deaf.bind(("127.0.0.1", self.port))
        self._deaf.listen()

    async def handle_DATA(  # noqa: N802 - the name that the server calls
        self,
        server: Any,  # noqa: ARG002 - the server calls by position
        session: Any,  # noqa: ARG002
        envelope: Any,
    ) -> str:
        head = envelope.content.decode("latin-1").split("\r\n\r\n")[0]
        lines = head.replace("\r\n ", " ").splitlines()
        self.arrived[next(one for one in lines if one.lower().startswith("message-id"))] += 1
        return "250 OK"


@contextmanager
def senders(site: Site, mailbox: Mailbox, count: int = 2) -> Iterator[None]:
    """So many `ruimbaan outbox send --every 1` at once."""
    words = [sys.executable, "-m", "ruimbaan.cli", "outbox", "send", "--every", "1"]
    with (site.folder / "letters.log").open("ab") as log:
        running = [
            subprocess.Popen(
                words, cwd=ROOT, env=site.environment(mailbox.settings), stdout=log, stderr=log
            )
            for _ in range(count)
        ]
    try:
        yield
    finally:
        for one in running:
            one.terminate()
        for one in running:
            one.wait(60)
