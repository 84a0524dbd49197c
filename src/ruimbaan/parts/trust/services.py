# SPDX-License-Identifier: EUPL-1.2
"""The one way into a file: decide, log, and only then open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from ruimbaan.core.trust.access_entries import ALLOWED
from ruimbaan.core.trust.deciding import Action, Because, Decision, Subject, decide
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Membership, Party
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.files.erasing import erase
from ruimbaan.parts.trust.files.giving import (
    PartyNotKnown,
    Wanted,
    WitnessIsReceiver,
    extend,
    find_faults,
    give,
    give_back,
    revoke,
)
from ruimbaan.parts.trust.files.opening_files import (
    acquaint,
    begin,
    close_for_others,
    open_for_others,
    unacquaint,
)
from ruimbaan.parts.trust.files.opening_files import step_back as _step_back
from ruimbaan.parts.trust.files.reading import grants_on, journey_row
from ruimbaan.parts.trust.files.row_context import row_context
from ruimbaan.parts.trust.keys.errors import KeyGone, KeyStoreDown, SealBroken
from ruimbaan.parts.trust.keys.services import destroyed, new_key, seal, shred, tags, unseal
from ruimbaan.parts.trust.links.errors import CodeNotRight, LinkShownAlready, TooManyLinks
from ruimbaan.parts.trust.links.finding import check_code, has_pass
from ruimbaan.parts.trust.links.making import LinkMade, LinkWanted
from ruimbaan.parts.trust.links.making import end as end_link
from ruimbaan.parts.trust.links.making import make as make_link
from ruimbaan.parts.trust.links.tokens import digest_of, new_token
from ruimbaan.parts.trust.log import services as log
from ruimbaan.parts.trust.log.describing import entries_for
from ruimbaan.parts.trust.walls import Opening, Refused

__all__ = [
    "CodeNotRight",
    "KeyGone",
    "KeyStoreDown",
    "LinkMade",
    "LinkShownAlready",
    "LinkWanted",
    "PartyNotKnown",
    "Refused",
    "SealBroken",
    "TooManyLinks",
    "Wanted",
    "WitnessIsReceiver",
    "acquaint",
    "begin",
    "check_code",
    "close_for_others",
    "decide_parts",
    "destroyed",
    "digest_of",
    "end_link",
    "erase",
    "extend",
    "find_faults",
    "give",
    "give_back",
    "has_pass",
    "log_given",
    "log_recovery",
    "make_link",
    "new_key",
    "new_token",
    "open_file",
    "open_for_others",
    "revoke",
    "seal",
    "see_log",
    "shred",
    "step_back",
    "tags",
    "unacquaint",
    "unseal",
]


@contextmanager
def open_file(
    actor: Actor,
    journey: UUID,
    parts: frozenset[Part],
    *,
    action: Action = Action.LOOK,
    purpose: Purpose | None = None,
    now: datetime,
) -> Iterator[Opening]:
    """Those of `parts` that `actor` may now do this with, as an opening that ends with the `with`.

    Raises Refused when that is none of them, or when the file was erased in the meantime and this is
    more than a look. The look, change or refusal is on disk before this yields; when it cannot be
    written, nothing is opened: LogDown.
    """
    decisions = decide_parts(actor, journey, parts, action=action, purpose=purpose, now=now)
    rows = decisions.items()
    log.write(entries_for(actor, journey, rows, action=action, purpose=purpose, now=now))
    allowed = frozenset(part for part, decision in decisions.items() if decision.allowed)
    if not allowed:
        raise Refused
    opening = Opening(journey, allowed, action)
    try:
        with row_context(opening):
            yield opening
    finally:
        opening.ended = True


def see_log(actor: Actor, journey: UUID, now: datetime) -> None:
    """That `actor` may now read who looked in this file; doing that is a look too. Raises Refused,
    and LogDown."""
    decision = decide_parts(
        actor, journey, frozenset({Part.OWN}), action=Action.SEE_LOG, purpose=None, now=now
    )[Part.OWN]
    told = entries_for(
        actor, journey, [(None, decision)], action=Action.SEE_LOG, purpose=None, now=now
    )
    log.write(told)
    if not decision.allowed:
        raise Refused


def log_recovery(worker: Actor, via: Membership, journey: UUID, now: datetime) -> None:
    """That this worker saw the person, who wants to sign in again. Opens nothing. Raises LogDown."""
    seen = Decision(allowed=True, because=Because.IN_PERSON, via=via)
    log.write(
        entries_for(worker, journey, [(None, seen)], action=Action.RECOVER, purpose=None, now=now)
    )


def log_given(
    actor: Actor, gifts: Iterable[UUID], *, action: Action, because: Because, now: datetime
) -> None:
    """A look at, or a change of, what people gave out of their files: each gift has a log of its own,
    which leads to nobody and which its giver reads. Raises LogDown; then nothing may be shown."""
    decision = Decision(allowed=because in ALLOWED, because=because)
    told = [(Part.STORY, decision)]
    log.write(
        [
            entry
            for gift in gifts
            for entry in entries_for(actor, gift, told, action=action, purpose=None, now=now)
        ]
    )


def step_back(actor: Actor, journey: UUID, party: Party, now: datetime) -> None:
    """Who was known to the person, and is `actor`, is that no longer: what was given to this party
    stops from the very next request, and the person can read that. Raises LogDown; then nothing
    changed."""
    wish = Decision(allowed=True, because=Because.OWN_WISH)
    log.write(
        entries_for(actor, journey, [(None, wish)], action=Action.STEP_BACK, purpose=None, now=now)
    )
    _step_back(journey, party, now)


def decide_parts(
    actor: Actor,
    journey: UUID,
    parts: frozenset[Part],
    *,
    action: Action,
    purpose: Purpose | None,
    now: datetime,
) -> dict[Part, Decision]:
    file = journey_row(journey)
    owner = file.owner_id if file else None
    restricted = file is not None and file.restricted is not None
    grants = grants_on(journey)
    return {
        part: decide(actor, action, Subject(journey, owner, part, restricted), grants, now, purpose)
        for part in sorted(parts)
    }
