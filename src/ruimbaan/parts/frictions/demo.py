# SPDX-License-Identifier: EUPL-1.2
"""What people of a made-up region said and decided. What they said is counted in a year that was lived
through the product itself; what waits and what was decided goes through the services of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from ruimbaan.core.frictions.reports import Help, Report
from ruimbaan.core.frictions.round_table import Kind, Meeting, Outcome, Seat, Weight
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.parts.accounts.services import find_or_start_organisation
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.frictions import lived
from ruimbaan.parts.frictions.meetings import decide, look_back
from ruimbaan.parts.frictions.models import MeetingRecord, ReportTally
from ruimbaan.parts.frictions.queries import organisations_on_map
from ruimbaan.parts.frictions.reporting import take_in
from ruimbaan.parts.frictions.store import put_rounds

REGION = "waalstad"
EACH_SIDE = (Seat.EXPERIENCE_EXPERT, Seat.WORKER, Seat.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class Decided:
    """`ago` and `review`: days before and after. With an outcome they looked back yesterday."""

    friction: str
    ago: int
    review: int
    weight: Weight
    kind: Kind
    what: str
    who: str
    places: tuple[str, ...]
    seats: tuple[Seat, ...] = EACH_SIDE
    rule: str = ""
    outcome: Outcome | None = None
    lesson: str = ""


UNREAD = {
    "F07": "Na de detox stond ik een week op de lijst.",
    "F31": "Weer dezelfde vragen, nu op papier.",
}
DECIDED = (
    Decided(
        "F01",
        330,
        300,
        Weight.COSTLY,
        Kind.AGREE,
        "De melding bij de gemeente gaat in de eerste week van de behandeling de deur uit, samen met "
        "de persoon.",
        "De behandelaar meldt. De gemeente neemt een melding met een latere begindatum gewoon aan.",
        ("De Kribbe", "Gemeente Waalstad"),
        outcome=Outcome.HELPED,
        lesson="Van wie thuis begeleiding vraagt, ontmoet nu twee op de drie iemand binnen zes weken. "
        "Daarvoor was dat de helft.",
    ),
    Decided(
        "F04",
        40,
        150,
        Weight.JAMMED,
        Kind.AGREE,
        "Een vraag om een briefadres gaat door met de papieren die er zijn. Wat ontbreekt, komt later.",
        "Burgerzaken begint meteen. De opvang helpt zoeken naar het papier dat nog mist.",
        ("Onderdak Waalstad", "Gemeente Waalstad"),
    ),
    Decided(
        "F25",
        200,
        120,
        Weight.JAMMED,
        Kind.AGREE,
        "Op vrijdag na vier uur is er één nummer. Wie opneemt, regelt een bed tot maandag.",
        "De opvang neemt op, de gemeente rekent later af.",
        ("De Kribbe", "Gemeente Waalstad"),
        outcome=Outcome.A_BIT,
        lesson="Het nummer werkt. In de zomervakantie nam niemand op: daar is nu een vervanger voor.",
    ),
    Decided(
        "F10",
        30,
        180,
        Weight.NORMAL,
        Kind.LEAVE,
        "De meeste mensen krijgen hun verwijzing al mee. We kijken over een half jaar opnieuw.",
        "",
        ("De Kribbe", "Gemeente Waalstad"),
        seats=(Seat.CLIENT, Seat.WORKER),
    ),
)


def prepare(now: datetime) -> None:
    """Can be repeated: what somebody changed in a demo stays."""
    if REGION not in list_names() or MeetingRecord.objects.exists():
        return
    for friction, rounds in lived.read(REPOSITORY / "demo" / REGION).items():
        tally, is_new = ReportTally.objects.get_or_create(region=REGION, friction=friction)
        if is_new:
            put_rounds(tally, rounds)
    for friction, words in UNREAD.items():
        _wait(friction, words, now)
    for decided in DECIDED:
        _decide(decided, now)


def _wait(friction: str, words: str, now: datetime) -> None:
    """Somebody said it, and nobody has read it yet."""
    between = tuple(organisations_on_map(REGION))[:2]
    helps = frozenset({Help.EARLIER})
    take_in(Report(REGION, friction, words, between, helps, to_them=True), now)


def _decide(decided: Decided, now: datetime) -> None:
    at = now - timedelta(days=decided.ago)
    day: date = timezone.localdate(at)
    places = [find_or_start_organisation(name, region=REGION, at=now) for name in decided.places]
    meeting = Meeting(
        held=day,
        seats=frozenset(decided.seats),
        organisations=len(places),
        weight=decided.weight,
        kind=decided.kind,
        what=decided.what,
        who=decided.who,
        review=day + timedelta(days=decided.review),
        rule=decided.rule,
    )
    made = decide(REGION, decided.friction, meeting, places, by=uuid4(), at=at)
    if decided.outcome is not None:
        look_back(REGION, made, decided.outcome, decided.lesson, now - timedelta(days=1))
