# SPDX-License-Identifier: EUPL-1.2
"""The page on which places ask each other for room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import running_organisations
from ruimbaan.parts.handoff import capacity
from ruimbaan.parts.handoff.models import CapacityQuestion
from ruimbaan.parts.handoff.wording import ASKS
from ruimbaan.parts.journey.services import day
from ruimbaan.ui.components import Alert, Option
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Question:
    id: UUID
    about: str


@dataclass(frozen=True, slots=True)
class Told:
    who: str
    about: str
    says: str


def room_page(actor: Actor, now: datetime, notice: str, error: str) -> dict[str, object]:
    today = timezone.localdate(now)
    return {
        "waiting": tuple(Question(one.id, _about(one)) for one in capacity.waiting(actor, now)),
        "answers": tuple(
            Told(one.organisation.name, _about(one), _says(one, today))
            for one in capacity.answers(now)
        ),
        "organisations": tuple(
            Option(str(called.party.id), called.name) for called in running_organisations(now)
        ),
        "asks": tuple(Option(ask.value, in_words(text)) for ask, text in ASKS.items()),
        "months": tuple(
            Option(month.isoformat(), date_format(month, "F Y")) for month in capacity.months(now)
        ),
        "today": today.isoformat(),
        "notice": Alert(_("Gedaan."), "ok") if notice else None,
        "error": Alert(error, "error") if error else None,
    }


def _about(question: CapacityQuestion) -> str:
    return _("{wat}, in {maand}").format(
        wat=in_words(ASKS[Ask(question.ask)]), maand=date_format(question.month, "F Y")
    )


def _says(question: CapacityQuestion, today: date) -> str:
    said = day(timezone.localdate(question.answered), today) if question.answered else ""
    if not question.room:
        return _("Geen plek, gezegd op {dag}.").format(dag=said)
    if question.since is None:
        return _("Er is plek, gezegd op {dag}.").format(dag=said)
    since = day(question.since, today)
    return _("Plek vanaf {vanaf}, gezegd op {dag}.").format(vanaf=since, dag=said)
