# SPDX-License-Identifier: EUPL-1.2
"""What who stays sees of a handoff; and an open request, before anything of a person is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import has_ended
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.over import is_over_for
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.saying import five_steps, to_person, to_sender
from ruimbaan.parts.handoff.presentation.terms import term_of
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.stopping import sharing_of
from ruimbaan.parts.handoff.wording import ASKS
from ruimbaan.parts.journey.services import capital, day
from ruimbaan.parts.routes.services import next_best
from ruimbaan.parts.trust.services import open_file
from ruimbaan.ui.components import Alert, Link
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Place:
    """Where else one can ask. `url` is its page on the Kaart, with how to reach it."""

    label: str
    provider: str
    wait: str
    url: str


def sender_page(actor: Actor, row: HandoffRecord, now: datetime) -> dict[str, object]:
    """Raises Refused when the person does not show it any more. Once they met, who stayed has let go:
    how it ended is left, and no word of the person."""
    handoff, today = as_handoff(row), timezone.localdate(now)
    asked = frozenset({Part.HANDOFF})
    with open_file(actor, row.journey_id, asked, purpose=Purpose.HANDOFF, now=now) as opening:
        said = words.read(opening, row.id)
    if said is None:
        raise Http404
    names = Names.of([row], now)
    receiver, sharing = names.receiver(row, said), sharing_of(row, now)
    ended = has_ended(handoff) and handoff.met is None
    return {
        "crumbs": crumbs(names.person(row)),
        "row": row.id,
        "who": names.person(row),
        "said": None if is_over_for(actor, row, now) else said.for_others(),
        "receiver": capital(receiver),
        "says": to_sender(handoff, receiver, today, sharing),
        "to_person": to_person(handoff, receiver, today, sharing),
        "steps": five_steps(handoff, today, sharing),
        "term": term_of(handoff, today, sharing),
        "named": names.named(row),
        "next": _places(row, receiver) if ended else (),
    }


def _places(row: HandoffRecord, receiver: str) -> tuple[Place, ...]:
    return tuple(
        Place(
            in_words(one.label),
            one.provider,
            _wait(one.wait_days),
            reverse("directory:place", args=[row.region, one.service]),
        )
        for one in next_best(row.region, row.service_type, {receiver})
    )


def _wait(days: int | None) -> str:
    if days is None:
        return _("De wachttijd is niet bekend.")
    if days == 0:
        return _("Zonder wachttijd.")
    return _("Wachttijd ongeveer {dagen} dagen.").format(dagen=days)


def open_page(row: HandoffRecord, now: datetime, error: str = "") -> dict[str, object]:
    """Nothing of the person: what is asked, and since when."""
    handoff, today = as_handoff(row), timezone.localdate(now)
    return {
        "crumbs": crumbs(_("Open vraag")),
        "row": row.id,
        "asked": in_words(ASKS[handoff.ask]),
        "since": day(timezone.localdate(row.made), today),
        "term": term_of(handoff, today),
        "taken": row.receiver is not None,
        "error": Alert(error, "error") if error else None,
    }


def crumbs(last: str) -> tuple[Link, ...]:
    return (Link(_("Overdrachten"), reverse("handoff:inbox")), Link(last))
