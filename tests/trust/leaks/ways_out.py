# SPDX-License-Identifier: EUPL-1.2
"""Every address behind the login, from the list of addresses of the site: a new one is walked from
the day it is there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.test import Client

from tests.addresses import read
from tests.trust.leaks.world import File

ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
BEHIND_THE_LOGIN = [address for address in read() if address.login == "yes"]
UNDONE = {"signing_in:out", "journey:erase"}
"""Sent as a form these end the run: they have tests of their own."""


@dataclass(frozen=True, slots=True)
class Way:
    name: str
    path: str
    sends: bool

    def taken_by(self, browser: Client) -> Any:
        return browser.post(self.path, {}) if self.sends else browser.get(self.path)


def addresses(file: File, grants: Iterable[UUID]) -> list[Way]:
    """With each id in the path replaced by one of this file: itself, its handoff, or a grant on it."""
    ids = [file.journey, *([file.handoff] if file.handoff else []), *grants]
    ways = []
    for address in BEHIND_THE_LOGIN:
        paths = {ID.sub(str(one), address.path) for one in ids}
        for path in sorted(paths):
            for language in ("nl", "en"):
                local = path if language == "nl" else f"/en{path}"
                ways.append(Way(address.name, local, sends=False))
            if address.takes == "form" and address.name not in UNDONE:
                ways.append(Way(address.name, path, sends=True))
    return ways
