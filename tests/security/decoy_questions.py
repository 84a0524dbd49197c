# SPDX-License-Identifier: EUPL-1.2
"""The questions of `decoy_timing`, and the people they are about, asked within the site: prints the
seconds of each answer as JSON.

python -m tests.security.decoy_questions SAMPLES
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from random import Random
from uuid import uuid4

import django

django.setup()
logging.disable(logging.WARNING)

from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from ruimbaan.core.trust.parties import Role  # noqa: E402
from ruimbaan.parts.accounts.models import (  # noqa: E402
    Account,
    MembershipRecord,
    Organisation,
    RecoveryConfirmation,
    RecoveryRecord,
)
from ruimbaan.parts.accounts.signing_in import paper  # noqa: E402
from ruimbaan.parts.accounts.signing_in.models import Tries  # noqa: E402
from ruimbaan.parts.trust.log import services as log  # noqa: E402
from ruimbaan.parts.trust.services import begin  # noqa: E402
from tests.trust.visiting import visitor  # noqa: E402

BEHIND_PROXY = {"SERVER_NAME": "127.0.0.1", "HTTP_X_FORWARDED_PROTO": "https"}
SECRET = "vier losse woorden samen"


@cache
def stranger() -> Client:
    return Client(**BEHIND_PROXY)  # type: ignore[arg-type]


@cache
def worker() -> Client:
    one = Account.objects.create_account("helper")
    MembershipRecord.objects.create(
        account=one,
        organisation=Organisation.objects.create(name="Buurtteam"),
        role=Role.WORKER,
        starts=timezone.now() - timedelta(days=1),
    )
    client = visitor(one)
    client.defaults.update(BEHIND_PROXY)
    return client


@cache
def whole() -> Account:
    """With every way in, a mail address and a file."""
    name = f"naam-{uuid4().hex[:8]}"
    one = Account.objects.create_account(name, email=f"{name}@example.nl", password=SECRET)
    paper.new_code(one, timezone.now())
    begin(one.pk, timezone.now())
    return one


@cache
def bare() -> Account:
    """With none of these."""
    return Account.objects.create_account(f"naam-{uuid4().hex[:8]}")


def names() -> dict[str, str]:
    """Each time another name of nobody."""
    return {
        "known": whole().code_name,
        "known, bare": bare().code_name,
        "nobody": f"naam-{uuid4().hex[:8]}",
    }


def before_each() -> None:
    """As if nobody had tried anything yet."""
    Tries.objects.all().delete()
    RecoveryConfirmation.objects.all().delete()
    RecoveryRecord.objects.all().delete()


def post(client: Client, path: str, fields: dict[str, str], *expected: int) -> None:
    answer = client.post(path, fields)
    assert answer.status_code in expected, (path, answer.status_code)


WAYS: dict[str, Callable[[str], object]] = {
    "password": lambda name: post(
        stranger(), "/inloggen/wachtwoord", {"naam": name, "geheim": "helemaal fout"}, 422
    ),
    "code on paper": lambda name: post(
        stranger(), "/inloggen/papier", {"naam": name, "geheim": "BCDF-GHJK-LMNP"}, 422
    ),
    "mailed code": lambda name: post(
        stranger(), "/inloggen/mail", {"mail": f"{name}@example.nl"}, 303
    ),
    "code of two workers": lambda name: post(
        stranger(), "/inloggen/herstel", {"code_name": name, "code": "BCDF-GHJK-LMNP-QRST"}, 422
    ),
    "worker helps": lambda name: post(
        worker(), "/werk/herstel", {"code_name": name, "seen": "1"}, 302, 303
    ),
}


def measure(samples: int) -> dict[str, dict[str, list[float]]]:
    """Seconds of each answer, by way in and kind of name."""
    found: dict[str, dict[str, list[float]]] = {}
    chance = Random(1)
    for way, ask in WAYS.items():
        times = found[way] = {}
        for _ in range(samples + 1):
            kinds = list(names().items())
            chance.shuffle(kinds)  # who comes first warms something up for the others
            for kind, name in kinds:
                before_each()
                times.setdefault(kind, []).append(_seconds(ask, name))
        for mine in times.values():
            del mine[0]  # what is made once is made by then
    return found


def _seconds(ask: Callable[[str], object], name: str) -> float:
    began = time.perf_counter()
    ask(name)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]))))
    log.close()
