# SPDX-License-Identifier: EUPL-1.2
"""Who visits: people with a full file, close ones and workers to whom parts of it were given."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from ruimbaan.core.trust.deciding import Action  # noqa: E402
from ruimbaan.core.trust.file_parts import Part  # noqa: E402
from ruimbaan.core.trust.parties import PartyKind  # noqa: E402
from ruimbaan.parts.accounts.models import Organisation  # noqa: E402
from ruimbaan.parts.accounts.queries import actor_for  # noqa: E402
from ruimbaan.parts.journey import entries  # noqa: E402
from ruimbaan.parts.journey.kinds import KINDS  # noqa: E402
from ruimbaan.parts.trust.files.models import Journey  # noqa: E402
from ruimbaan.parts.trust.services import begin, open_file  # noqa: E402
from tests.trust.leaks.world import values_of  # noqa: E402
from tests.trust.people import account, give, worker  # noqa: E402
from tests.trust.visiting import visitor  # noqa: E402

ENTRIES = 6  # in each part of a file


def make(count: int) -> list[dict[str, object]]:
    """`count` visitors in turn: the person, and somebody who was given a part."""
    place = Organisation.objects.create(name="Onder druk")
    made: list[dict[str, object]] = []
    while len(made) < count:
        owner = account()
        journey = _file(owner.id)
        own = [f"/mijn/{kind.path}" for kind in KINDS]
        reads = ["/mijn", "/mijn/delen", *own]
        made.append(_visitor(owner, journey.id, reads, "/mijn/notities"))
        member = worker(place)
        for part in (Part.WISHES, Part.APPOINTMENTS, Part.ME_NOW):
            since = timezone.now() - timedelta(hours=2)  # also for a clock that jumps back
            give(journey, part, (PartyKind.MEMBERSHIP, member.id), starts=since)
        # workers have notes of their own to write
        file = begin(member.account_id, timezone.now())
        reads = ["/gedeeld", *[f"/gedeeld/{journey.id}/steun"] * 4]
        made.append(_visitor(member.account, file, reads, "/mijn/notities"))
    return made[:count]


def _file(owner: object) -> Journey:
    now = timezone.now()
    journey = begin(owner, now)  # type: ignore[arg-type]
    with open_file(
        actor_for(owner),  # type: ignore[arg-type]
        journey,
        frozenset(Part),
        action=Action.CHANGE,
        now=now,
    ) as opening:
        for kind in KINDS:
            for number in range(1 if kind.single else ENTRIES):
                values = values_of(kind, f"Woorden {number} van iemand, een paar regels lang.", now)
                entries.add(opening, kind, uuid4(), values, now)
    return Journey.objects.get(pk=journey)


def _visitor(one: object, journey: UUID, reads: list[str], writes: str) -> dict[str, object]:
    """`journey`: the file that `writes` writes in."""
    browser = visitor(one)  # type: ignore[arg-type]
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value
    return {"session": session, "journey": str(journey), "reads": reads, "writes": writes}


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(make(int(sys.argv[1]))), encoding="utf-8")
