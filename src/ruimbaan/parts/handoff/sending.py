# SPDX-License-Identifier: EUPL-1.2
"""The person gives the switch: words, grants, course and letter are there together, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone

from ruimbaan.core.handoff.following import next_of
from ruimbaan.core.handoff.handoffs import Step, move
from ruimbaan.core.handoff.states import By, Profile, State
from ruimbaan.core.handoff.terms import answer_day
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.contributing.services import Step as Counts
from ruimbaan.parts.contributing.services import note as count_step
from ruimbaan.parts.handoff import letters, reaching, words
from ruimbaan.parts.handoff.models import HandoffRecord, HandoffWords
from ruimbaan.parts.handoff.records import as_handoff, find, put
from ruimbaan.parts.handoff.wanting import SHOWN_FOR, Anyone, ByLink, Composed, Sent
from ruimbaan.parts.trust.queries import LinkKind
from ruimbaan.parts.trust.services import LinkMade, LinkWanted, Wanted, give, make_link, open_file
from ruimbaan.parts.trust.walls import Opening

HANDOFF = frozenset({Part.HANDOFF})


def send(actor: Actor, journey: UUID, composed: Composed, at: datetime) -> Sent:
    """The same form twice, also at the same moment, is sent once. Raises Refused when this is not
    the actor's own file, and what `give` and the core raise."""
    handoff = composed.id_in(journey)
    try:
        with transaction.atomic():
            return _send(actor, journey, composed, handoff, at)
    except IntegrityError:
        if find(handoff) is None:
            raise
        return Sent(handoff, again=True)


def _send(actor: Actor, journey: UUID, composed: Composed, handoff: UUID, at: datetime) -> Sent:
    with open_file(actor, journey, HANDOFF, action=Action.CHANGE, now=at) as opening:
        if find(handoff) is not None:
            return Sent(handoff, again=True)
        row = _begin(opening, composed, handoff, at)
    wanted = frozenset(composed.shown)
    with open_file(actor, journey, wanted, action=Action.SHARE, now=at) as opening:
        made = _show(opening, composed, at)
    if made is not None:
        mail = composed.to.mail if isinstance(composed.to, ByLink) else ""
        reaching.receive_by(row, made.link.id, mail, made.token)
    asked = Step(
        State.REQUESTED, By.PERSON, at, day=answer_day(composed.ask, timezone.localdate(at))
    )
    row, after = put(handoff, lambda one: move(one, asked))
    letters.ask(row, after, at, token=made.token if made else "")
    count_step(journey, Counts.ASKED, kind_of(row), timezone.localdate(at))
    return Sent(handoff, made)


def _begin(opening: Opening, composed: Composed, handoff: UUID, at: datetime) -> HandoffRecord:
    said = words.write(opening, handoff, composed.said, at)
    row = _record(opening, composed, said, at)
    row.save(force_insert=True)
    row, _after = put(handoff, lambda one: move(one, Step(State.DRAFT, By.PERSON, at)))
    return row


def _record(
    opening: Opening, composed: Composed, said: HandoffWords, at: datetime
) -> HandoffRecord:
    before = followed(opening.journey, composed.after)
    earlier = as_handoff(before) if before else None
    to = composed.to
    receiver = to.id if isinstance(to, Party) else None
    # raises when that one still runs, or led to a meeting
    after = next_of(earlier, said.id, receiver) if earlier else None
    goal, step = composed.goal_id, composed.step_id
    if goal is None and step is None and before is not None:
        goal, step = before.goal_id, before.step_id  # the next way to the same wish
    return HandoffRecord(
        words=said,
        journey_id=opening.journey,
        profile=Profile.RUIMBAAN,
        state=State.NEW,
        ask=composed.ask,
        region=to.region if isinstance(to, Anyone) else composed.region,
        service_type=to.service_type if isinstance(to, Anyone) else composed.service_type,
        goal_id=goal,
        step_id=step,
        sender_kind=composed.stays.kind,
        sender=composed.stays.id,
        named_kind=composed.named.kind,
        named=composed.named.id,
        receiver_kind=to.kind if isinstance(to, Party) else "",
        receiver=receiver,
        parts=[] if isinstance(to, Anyone) else list(composed.shown),
        via=after.via if after else None,
        after_id=before.id if before else None,
        made=at,
    )


def followed(journey: UUID, after: UUID | None) -> HandoffRecord | None:
    """The handoff of this file after which a next one comes."""
    row = find(after) if after else None
    return row if row is not None and row.journey_id == journey else None


def _show(opening: Opening, composed: Composed, at: datetime) -> LinkMade | None:
    """To the receiver, and the words to who stays: whoever answers for it knows what it is about."""
    if composed.stays.kind is PartyKind.MEMBERSHIP:
        give_to(opening, composed.stays, (Part.HANDOFF,), composed.form, at)
    if isinstance(composed.to, Party):
        give_to(opening, composed.to, composed.shown, composed.form, at)
    if isinstance(composed.to, ByLink):
        about = about_of(composed.said)
        return show_by_link(opening, composed.shown, composed.form, at, about)
    return None


def give_to(
    opening: Opening, party: Party, parts: tuple[Part, ...], form: UUID, at: datetime
) -> None:
    ends = at + SHOWN_FOR
    give(
        opening,
        [Wanted(_form(form, party), part, party, Purpose.HANDOFF, ends) for part in parts],
        at,
    )


def show_by_link(
    opening: Opening,
    parts: tuple[Part, ...],
    form: UUID,
    at: datetime,
    about: Mapping[str, str],
) -> LinkMade:
    """With a spoken code. `about` is how the person calls it later on. Raises LinkShownAlready and
    TooManyLinks."""
    wanted = LinkWanted(
        form=form,
        kind=LinkKind.HANDOFF,
        parts=parts,
        purpose=Purpose.HANDOFF,
        ends=at + SHOWN_FOR,
        with_code=True,
        about=about,
    )
    return make_link(opening, wanted, at)


def about_of(said: words.Said) -> Mapping[str, str]:
    """To know a link by, in the list of who sees something."""
    return {"for": said.place, "goal": said.goal}


def kind_of(row: HandoffRecord) -> str:
    """The number of the kind of support that was asked, as text; empty where nobody said it."""
    return str(row.service_type or "")


def _form(form: UUID, party: Party) -> UUID:
    """Who stays and who receives may be the same organisation's; each gets a grant of its own."""
    return uuid5(form, f"{party.kind}:{party.id}")
