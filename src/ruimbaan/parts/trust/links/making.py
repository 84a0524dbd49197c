# SPDX-License-Identifier: EUPL-1.2
"""Making a link and ending it: only the owner, within an opening to share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.files.giving import Wanted, give
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.keys import services as keys
from ruimbaan.parts.trust.links import tokens
from ruimbaan.parts.trust.links.errors import LinkShownAlready, TooManyLinks
from ruimbaan.parts.trust.links.finding import Link, as_link, place, running
from ruimbaan.parts.trust.links.models import LinkKind, LinkRecord
from ruimbaan.parts.trust.walls import NotOpened, Opening

MOST_OPEN = 50  # links of one file at a time


@dataclass(frozen=True, slots=True)
class LinkWanted:
    """What opens by it, for what and until when. `form` is made once for each form that was shown,
    so that sending it twice makes one link."""

    form: UUID
    kind: LinkKind
    parts: tuple[Part, ...]
    purpose: Purpose
    ends: datetime
    with_code: bool
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkMade:
    """`token` and `code` are here now and nowhere else, ever."""

    link: Link
    token: str
    code: str


def make(opening: Opening, wanted: LinkWanted, at: datetime) -> LinkMade:
    """With a grant on each part. Raises LinkShownAlready, TooManyLinks, and what `give` raises."""
    _demand_sharing(opening)
    link = uuid5(opening.journey, f"link:{wanted.form}")
    token, code = tokens.new_token(), tokens.new_code() if wanted.with_code else ""
    if running(at).filter(journey=opening.journey).count() >= MOST_OPEN:
        raise TooManyLinks(most=MOST_OPEN)
    with transaction.atomic():
        row = _store(opening, wanted, link, (token, code), at)
        give(opening, _grants(wanted, link), at)
    return LinkMade(as_link(row), token, code)


def end(opening: Opening, link: UUID, at: datetime) -> None:
    """From the very next request it is the address of nothing. Again does no harm."""
    _demand_sharing(opening)
    mine = LinkRecord.objects.filter(journey=opening.journey, id=link)
    with transaction.atomic():
        mine.filter(ended=None).update(ended=at)
        GrantRecord.objects.filter(
            journey=opening.journey,
            party_kind=PartyKind.LINK,
            party=link,
            ends__gt=at,
            revoked=None,
        ).update(revoked=at)


def _store(
    opening: Opening, wanted: LinkWanted, link: UUID, secret: tuple[str, str], at: datetime
) -> LinkRecord:
    token, code = secret
    about = json.dumps(dict(wanted.about), ensure_ascii=False, sort_keys=True)
    try:
        with transaction.atomic():
            return LinkRecord.objects.create(
                id=link,
                journey_id=opening.journey,
                kind=wanted.kind,
                purpose=wanted.purpose,
                digest=tokens.digest_of(token),
                code=tokens.code_digest(link, code) if code else "",
                sealed=keys.seal(opening.journey, place(link), about),
                made=at,
                ends=wanted.ends,
            )
    except IntegrityError:
        if LinkRecord.objects.filter(id=link).exists():
            raise LinkShownAlready from None
        raise


def _grants(wanted: LinkWanted, link: UUID) -> tuple[Wanted, ...]:
    party = Party(PartyKind.LINK, link)
    return tuple(
        Wanted(wanted.form, part, party, wanted.purpose, wanted.ends) for part in wanted.parts
    )


def _demand_sharing(opening: Opening) -> None:
    if opening.ended or opening.action is not Action.SHARE:
        raise NotOpened("A link was to be made or ended without an opening to share.")
