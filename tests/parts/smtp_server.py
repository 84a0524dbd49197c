# SPDX-License-Identifier: EUPL-1.2
"""A real mail server on this machine: what arrives is kept in memory, and it can be told to refuse."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from django.test import override_settings

# It tells every line that it hears, and the last ones when nobody can hear them any more.
logging.getLogger("mail.log").setLevel(logging.ERROR)


@dataclass
class Arrivals:
    """`answer`: what the server says to a new letter; "250 OK" takes it."""

    answer: str = "250 OK"
    letters: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the name that the server calls
        self,
        server: Any,  # noqa: ARG002 - the server calls by position
        session: Any,  # noqa: ARG002
        envelope: Any,
        address: str,
        options: list[str],  # noqa: ARG002
    ) -> str:
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(  # noqa: N802 - the name that the server calls
        self,
        server: Any,  # noqa: ARG002
        session: Any,  # noqa: ARG002
        envelope: Any,
    ) -> str:
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.letters.append(letter)
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[Arrivals]:
    """Django sends through it as long as it runs."""
    arrivals = Arrivals()
    port = _free_port()
    controller = Controller(arrivals, hostname="127.0.0.1", port=port)
    controller.start()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        SITE="https://kaart.example.org",
        DEFAULT_FROM_EMAIL="kaart@example.org",
    ):
        try:
            yield arrivals
        finally:
            controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
