# SPDX-License-Identifier: EUPL-1.2
"""A process that works in a file as the site does: opened, logged, sealed. Other tests start it, kill
it, and ask it what is there.

python -m tests.file_writer begin SECONDS                   -> account and journey, and as `write`
python -m tests.file_writer write ACCOUNT JOURNEY SECONDS   -> a line for each wish that is kept
python -m tests.file_writer look ACCOUNT JOURNEY            -> what is kept and logged, as JSON
python -m tests.file_writer erase ACCOUNT JOURNEY
python -m tests.file_writer tamper
python -m tests.file_writer sign_in                         -> account, journey and session
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import django

django.setup()

from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from ruimbaan.core.trust.access_entries import read as read_entry  # noqa: E402
from ruimbaan.core.trust.deciding import Action  # noqa: E402
from ruimbaan.core.trust.file_parts import Part  # noqa: E402
from ruimbaan.core.trust.verifying import verify  # noqa: E402
from ruimbaan.parts.accounts.models import Account  # noqa: E402
from ruimbaan.parts.accounts.queries import actor_for  # noqa: E402
from ruimbaan.parts.journey import entries  # noqa: E402
from ruimbaan.parts.journey.kinds import KINDS  # noqa: E402
from ruimbaan.parts.trust import services as trust  # noqa: E402
from ruimbaan.parts.trust.log import services as log  # noqa: E402
from ruimbaan.parts.trust.log.connecting import own_connection, reading  # noqa: E402
from ruimbaan.parts.trust.log.rows import every_row  # noqa: E402

WISH = next(kind for kind in KINDS if kind.part is Part.WISHES)
LOOK_AT_WISHES = (Action.LOOK, Part.WISHES)


def begin(seconds: str) -> None:
    account = Account.objects.create_account(f"naam-{uuid4().hex[:8]}")
    journey = trust.begin(account.pk, timezone.now())
    say(f"{account.pk} {journey}")
    write(str(account.pk), str(journey), seconds)


def write(account: str, journey: str, seconds: str) -> None:
    """The words are said only when they are kept: what was said may never be missing."""
    until = time.monotonic() + float(seconds)
    while time.monotonic() < until:
        words, now = f"wens {uuid4()}", timezone.now()
        with trust.open_file(
            actor_for(UUID(account)),
            UUID(journey),
            frozenset({WISH.part}),
            action=Action.CHANGE,
            now=now,
        ) as opening:
            entries.add(opening, WISH, uuid4(), {"words": words}, now)
        say(words)


def look(account: str, journey: str) -> None:
    """The words of every wish, how many changes of this file and looks at its wishes the log knows,
    and how many places where a chain of it is broken. Or why it does not open."""
    log_rows = list(every_row(reading()))
    logged = [read_entry(row.body) for row in log_rows if row.journey == journey]
    changes = sum(entry.action is Action.CHANGE for entry in logged)
    looks = {entry.request for entry in logged if (entry.action, entry.part) == LOOK_AT_WISHES}
    report = verify(log_rows, keep_for=timedelta(days=5 * 365))
    try:
        with trust.open_file(
            actor_for(UUID(account)), UUID(journey), frozenset({WISH.part}), now=timezone.now()
        ) as opening:
            words = [one.values["words"] for one in entries.read(opening, WISH)]
    except (trust.Refused, trust.KeyGone) as error:
        say(json.dumps({"refused": type(error).__name__}))
        return
    figures = {"changes": changes, "looks": len(looks), "faults": len(report.faults)}
    say(json.dumps({"words": words, **figures}))


def erase(account: str, journey: str) -> None:
    now = timezone.now()
    with trust.open_file(
        actor_for(UUID(account)), UUID(journey), frozenset(Part), action=Action.ERASE, now=now
    ) as opening:
        trust.erase(opening, now)
    say("erased")


def sign_in() -> None:
    account = Account.objects.create_account(f"naam-{uuid4().hex[:8]}")
    client = Client()
    client.force_login(account)
    journey = trust.begin(account.pk, timezone.now())
    say(f"{account.pk} {journey} {client.session.session_key}")


def tamper() -> None:
    """One row of the log says something else, as the owner of the tables could have it."""
    alias = "owner" if "owner" in connections.databases else "default"
    own = connections[alias] if connections[alias].vendor == "postgresql" else own_connection()
    with own.cursor() as cursor:
        if own.vendor == "sqlite":
            cursor.execute("DROP TRIGGER trust_access_unchanged")
        cursor.execute("SELECT writer, seq FROM trust_access ORDER BY writer, seq LIMIT 1")
        cursor.execute(
            "UPDATE trust_access SET body = replace(body, %s, %s) WHERE writer = %s AND seq = %s",
            ['"change"', '"look"', *cursor.fetchone()],
        )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


COMMANDS: dict[str, Callable[..., None]] = {
    "begin": begin,
    "write": write,
    "look": look,
    "erase": erase,
    "sign_in": sign_in,
    "tamper": tamper,
}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](*sys.argv[2:])
    log.close()
