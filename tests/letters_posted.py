# SPDX-License-Identifier: EUPL-1.2
"""Letters that wait in the outbox, posted as the site posts them.

python -m tests.letters_posted post COUNT    -> the keys, one a line
python -m tests.letters_posted left          -> how many have not left, in JSON by state
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from uuid import uuid4

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from ruimbaan.parts.outbox.queries import list_unsent  # noqa: E402
from ruimbaan.parts.outbox.services import post  # noqa: E402


def post_some(count: int) -> list[str]:
    now, keys = timezone.now(), [f"test.{uuid4()}" for _ in range(count)]
    with transaction.atomic():
        for key in keys:
            post("test.letter", "naam@example.org", "Een bericht", key, key=key, at=now)
    return keys


if __name__ == "__main__":
    if sys.argv[1] == "post":
        told = "\n".join(post_some(int(sys.argv[2])))
    else:
        told = json.dumps(Counter(one.state for one in list_unsent()))
    sys.stdout.write(f"{told}\n")
