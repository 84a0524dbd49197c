# SPDX-License-Identifier: EUPL-1.2
"""What two servers must share, asked of two that run: each question says `right`, and its figures."""

from __future__ import annotations

import http.client
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from tests.long.load.visiting import TOKEN
from tests.long.mailbox import Mailbox, senders
from tests.long.own_postgres import OwnPostgres
from tests.long.page_writer import FORM_TOKEN, SESSION
from tests.long.served import AppServer
from tests.long.shared_site import judged
from tests.site_of_its_own import Site
from tools.paths import ROOT

LETTERS = 40
LONGEST = 60.0  # seconds until all letters have left
MOST_TRIES = 5  # to sign in, for one name, in a minute
HEAVY_AT_ONCE = 10  # of the heaviest page, for one address, in one process
HEAVY = "/omgeving/geholpen"


@dataclass(frozen=True, slots=True)
class Both:
    site: Site
    postgres: OwnPostgres
    servers: Sequence[AppServer]
    visitors: Sequence[Mapping[str, Any]]

    def ask(
        self,
        number: int,
        path: str,
        session: str = "",
        form: Mapping[str, str] | None = None,
        address: str = "",
    ) -> int:
        """The status that this server gives. `address`: from where it comes, as a proxy says."""
        headers = {
            "X-Forwarded-Proto": "https",
            "Host": "127.0.0.1",
            "Origin": "https://127.0.0.1",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"{SESSION}={session}; {FORM_TOKEN}={TOKEN}",
            **({"X-Forwarded-For": address} if address else {}),
        }
        body = urlencode({"csrfmiddlewaretoken": TOKEN, **form}) if form is not None else None
        port = self.servers[number % len(self.servers)].port
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            line.request("POST" if body else "GET", path, body, headers)
            answer = line.getresponse()
            answer.read()
            return answer.status
        finally:
            line.close()


def one_form_on_both(both: Both) -> dict[str, object]:
    """Somebody presses twice, and a proxy sends each to another server: one note."""
    who, form = both.visitors[0], str(uuid4())
    filled = {"form": form, "words": f"Twee keer gedrukt, één keer bewaard. {form}"}
    path, session = f"{who['writes']}/nieuw", str(who["session"])
    with ThreadPoolExecutor(2) as pool:
        sent = [pool.submit(both.ask, number, path, session, filled) for number in (0, 1)]
    statuses = [one.result() for one in sent]
    found = judged(both.site, [(str(who["journey"]), form)])
    return {"right": statuses == [302, 302] and not any(found.values()), "statuses": statuses}


def a_session(both: Both) -> dict[str, object]:
    """Signed in for both; signed out on the one is out at the very next question to the other."""
    session = str(both.visitors[0]["session"])
    found = [both.ask(number, "/mijn", session) for number in (0, 1)]
    found.append(both.ask(0, "/mijn/uit", session, {}))
    found += [both.ask(number, "/mijn", session) for number in (1, 0)]
    return {"right": found == [200, 200, 303, 303, 303], "statuses": found}


def tries_to_sign_in(both: Both) -> dict[str, object]:
    """Counted together, in the database: the sixth within a minute has to wait."""
    filled = {"naam": f"naam-{uuid4().hex[:8]}", "geheim": "niet goed"}
    found = [both.ask(number, "/inloggen/papier", "", filled) for number in range(MOST_TRIES + 2)]
    return {"right": found == [422] * MOST_TRIES + [429, 429], "statuses": found}


def pages_from_one_address(both: Both) -> dict[str, object]:
    """Counted by each process for itself, as docs/reference/limits.md says."""
    begun, let_in = time.monotonic(), 0
    for number in range(4 * HEAVY_AT_ONCE):
        let_in += both.ask(number, HEAVY, address="9.9.9.9") != http.HTTPStatus.TOO_MANY_REQUESTS
    processes = sum(one.workers for one in both.servers)
    refilled = (time.monotonic() - begun) / 6 + 1
    most = processes * (HEAVY_AT_ONCE + refilled)
    return {"right": HEAVY_AT_ONCE <= let_in <= most, "let_in": let_in, "processes": processes}


def letters(both: Both) -> dict[str, object]:
    """Two senders at once: each letter leaves once."""
    mailbox = Mailbox()
    mailbox.start()
    both.site.run("tests.letters_posted", "post", str(LETTERS))
    begun = time.monotonic()
    with senders(both.site, mailbox):
        while len(mailbox.arrived) < LETTERS and time.monotonic() - begun < LONGEST:
            time.sleep(0.1)
        took = time.monotonic() - begun
    mailbox.away()
    double = mailbox.arrived.total() - len(mailbox.arrived)
    right = len(mailbox.arrived) == LETTERS and not double
    return {"right": right, "left": len(mailbox.arrived), "double": double, "s": round(took, 1)}


def tables_at_once(both: Both) -> dict[str, object]:
    """Two who start a new version at the same moment: the tables are made once, nobody fails."""
    empty = both.site.on_empty_database(both.site.folder / "empty")
    words = [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--skip-checks"]
    running = [
        subprocess.Popen(
            [*words, "--database=owner"],
            cwd=ROOT,
            env=empty.environment(empty.more),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    codes = [one.wait(300) for one in running]
    return {"right": codes == [0, 0], "exit_codes": codes}


SHARED: Mapping[str, Callable[[Both], dict[str, Any]]] = {
    "one form on both": one_form_on_both,
    "a session": a_session,
    "tries to sign in": tries_to_sign_in,
    "pages from one address": pages_from_one_address,
    "letters": letters,
    "tables at once": tables_at_once,
}
