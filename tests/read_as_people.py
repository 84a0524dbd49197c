# SPDX-License-Identifier: EUPL-1.2
"""Lets each of the made-up people of a demo sign in and read what is theirs: `python -m
tests.read_as_people`, with the settings of that demo around it. Ends with 1 at a page that fails."""

from __future__ import annotations

import sys
from http import HTTPStatus

import django
from django.test import Client

DOOR = "/inloggen/voorbeeld"
OWN = ("/mijn/route", "/mijn/ik-nu", "/mijn/verhaal", "/mijn/afspraken", "/mijn/delen")
LOG = "/mijn/wie-keek"  # reads the access log


def main() -> int:
    django.setup()
    from ruimbaan.parts.accounts.demo import PERSONAS

    failed, read = [], 0
    for persona in PERSONAS:
        client = Client(HTTP_HOST="localhost")
        first = client.post(DOOR, {"wie": persona.name}, follow=True)
        answers = {DOOR: first.status_code}
        if persona.has_file:
            answers |= {path: client.get(path).status_code for path in (*OWN, LOG)}
        read += len(answers)
        failed += [
            f"{persona.name} {path}: {status}"
            for path, status in answers.items()
            if status != HTTPStatus.OK
        ]
    told = [*failed, f"{read} pages read by {len(PERSONAS)} people"]
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
