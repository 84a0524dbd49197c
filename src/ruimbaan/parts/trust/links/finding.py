# SPDX-License-Identifier: EUPL-1.2
"""Which link an address is, and whether who came by it said the right code.

Nothing here opens a file: for that there is `open_file`, with the link as who asks.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.keys import services as keys
from ruimbaan.parts.trust.links import tokens
from ruimbaan.parts.trust.links.errors import CodeNotRight
from ruimbaan.parts.trust.links.models import LinkKind, LinkRecord

logger = logging.getLogger("ruimbaan.links")
MOST_TRIES = 10  # wrong codes, after which a link opens nothing any more


@dataclass(frozen=True, slots=True)
class Link:
    """`about` is what the person chose with it, such as for whom it is; `tries`
    counts the wrong codes."""

    id: UUID
    journey: UUID
    kind: LinkKind
    purpose: Purpose
    made: datetime
    ends: datetime
    ended: datetime | None
    asks_code: bool
    tries: int
    about: Mapping[str, str]

    @property
    def tries_left(self) -> int:
        return max(0, MOST_TRIES - self.tries)

    @property
    def party(self) -> Party:
        return Party(PartyKind.LINK, self.id)

    @property
    def actor(self) -> Actor:
        return Actor(link=self.id)

    def runs(self, now: datetime) -> bool:
        open_still = self.ended is None and self.tries_left > 0
        return open_still and self.made <= now < self.ends


def find(token: str, kind: LinkKind, now: datetime) -> Link | None:
    """The link of this address. None: there is none, or it ended; nobody is told which."""
    row = running(now).filter(digest=tokens.digest_of(token), kind=kind).first()
    return None if row is None else as_link(row)


def check_code(link: Link, code: str, now: datetime) -> str:
    """A pass for the next half hour. Raises CodeNotRight. Each try counts before it is compared, so
    that many at once are no more than as many."""
    counted = running(now).filter(id=link.id).update(tries=F("tries") + 1)
    row = LinkRecord.objects.get(id=link.id)
    if not counted or not tokens.is_code(link.id, code, row.code):
        left = max(0, MOST_TRIES - row.tries)
        logger.warning("event=wrong link=%s left=%d", link.id, left)
        raise CodeNotRight(left=left)
    LinkRecord.objects.filter(id=link.id).update(tries=F("tries") - 1)
    return tokens.new_pass(link.id, row.code, now)


def has_pass(link: Link, text: str, now: datetime) -> bool:
    """Whether who sends this said the right code just now."""
    code = LinkRecord.objects.values_list("code", flat=True).get(id=link.id)
    return tokens.is_pass(link.id, code, text, now)


def links_of(journey: UUID, kind: LinkKind) -> tuple[Link, ...]:
    """All there ever were, the newest first."""
    rows = LinkRecord.objects.filter(journey=journey, kind=kind).order_by("-made", "id")
    return tuple(as_link(row) for row in rows)


def links_with(ids: set[UUID]) -> dict[UUID, Link]:
    """Each of these, also when it ended."""
    rows = LinkRecord.objects.filter(id__in=ids, journey__erased=None)
    return {row.id: as_link(row) for row in rows}


def running(now: datetime) -> QuerySet[LinkRecord]:
    held = Q(ended=None, made__lte=now, ends__gt=now, tries__lt=MOST_TRIES)
    return LinkRecord.objects.filter(held, journey__erased=None)


def as_link(row: LinkRecord) -> Link:
    about = json.loads(keys.unseal(row.journey_id, place(row.id), bytes(row.sealed)))
    return Link(
        id=row.id,
        journey=row.journey_id,
        kind=LinkKind(row.kind),
        purpose=Purpose(row.purpose),
        made=row.made,
        ends=row.ends,
        ended=row.ended,
        asks_code=bool(row.code),
        tries=row.tries,
        about=about,
    )


def place(link: UUID) -> str:
    return f"trust_link.sealed:{link}"
