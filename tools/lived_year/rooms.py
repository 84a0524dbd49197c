# SPDX-License-Identifier: EUPL-1.2
"""Asking for room after a no, and the answer, through the services that the pages use."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from ruimbaan.core.discretion.asking import Effect, State
from ruimbaan.core.discretion.noting import Situation
from ruimbaan.parts.discretion.asking import records
from ruimbaan.parts.discretion.asking.answering import answer
from ruimbaan.parts.discretion.asking.wanting import Wanted, ask_as_person
from ruimbaan.parts.discretion.noting.models import By
from ruimbaan.parts.discretion.noting.patterns import Given, give
from tools.lived_year.handing import Person

HOLDS = timedelta(days=90)
WITHIN = timedelta(days=7)


def ask_for_room(person: Person, rule: str, at: datetime) -> str:
    """The link with which whoever may give it answers."""
    today = timezone.localdate(at)
    wanted = Wanted(
        form=uuid5(person.journey, f"room {rule} {at}"),
        what="Neem mijn aanvraag in behandeling met de papieren die er zijn.",
        why="Zonder adres kan ik niets anders beginnen.",
        mail="loket@voorbeeld.example",
        rule=rule,
        until=today + HOLDS,
        answer_by=today + WITHIN,
    )
    found = records.find(ask_as_person(person.account, person.journey, wanted, at))
    return found.kept.token if found else ""


def answer_room(person: Person, token: str, at: datetime, *, yes: bool) -> None:
    said, words = (State.YES, "") if yes else (State.NO, "De papieren zijn nodig.")
    answer(token, said, words, uuid5(person.journey, token), at)


def give_pattern(rule: str, did: Effect, form: UUID, at: datetime) -> None:
    """Without a file and without a name: what room in this rule did."""
    give(form, Given(rule, Situation.ADDRESS, did), By.WORKER, timezone.localdate(at))
