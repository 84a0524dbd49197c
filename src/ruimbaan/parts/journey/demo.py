# SPDX-License-Identifier: EUPL-1.2
"""What stands in the files of the made-up people of a demo, and to whom they show some of it.

Everything is written through the same services as the pages use, so it is sealed and logged too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.entries import Values
from ruimbaan.parts.journey.kinds import KINDS, OF_PATH
from ruimbaan.parts.journey.now.demo import write_sketches
from ruimbaan.parts.journey.route.demo import write_route
from ruimbaan.parts.trust.queries import file_of, grants_on
from ruimbaan.parts.trust.services import Wanted, give, open_file

FORMS = UUID("0c7a52b6-58a1-4c7e-9a3c-6d1f2b7e4a55")


@dataclass(frozen=True, slots=True)
class Shown:
    """`weeks`: how long from the day the demo is made."""

    to: str
    part: Part
    purpose: Purpose
    weeks: int


WRITTEN: Mapping[str, tuple[tuple[str, Values], ...]] = {
    "sterre": (
        (
            "afspraken",
            {
                "what": "Keukentafelgesprek",
                "day": "+3",
                "time": "14:00",
                "where": "Bij mij thuis",
                "with": "Bram",
                "words": "Vragen of het ook in de avond kan.",
            },
        ),
        ("afspraken", {"what": "Weekend met mijn zoon", "day": "+6", "where": "Bij oma"}),
        ("afspraken", {"what": "Gesprek over de huur", "day": "+10", "time": "10:30"}),
        ("wensen", {"words": "Mijn zoon weer thuis en rust in mijn hoofd."}),
        ("wensen", {"words": "Dat Bami bij me kan blijven."}),
        (
            "ik-nu",
            {
                "domain": "PSY",
                "words": "Overdag gaat het. De avonden zijn lang.\nBellen met Bram helpt.",
            },
        ),
        ("ik-nu", {"domain": "WON", "words": "De huur is weer betaald. Dat scheelt slapen."}),
        ("ik-nu", {"domain": "GZN", "words": "Hij sliep hier zaterdag. We bakten pannenkoeken."}),
        (
            "mensen",
            {
                "name": "Oma Riet",
                "who": "Mijn moeder",
                "reach": "Bellen, na het avondeten",
                "words": "Zij heeft mijn zoon doordeweeks. Zij mag alles weten wat ik haar laat zien.",
            },
        ),
        ("mensen", {"name": "Bram", "who": "Weet zelf hoe het is", "reach": "App of bel"}),
        (
            "verhaal",
            {
                "title": "Een hond, een huis en drieënzestig dagen",
                "words": "Ik moest naar de kliniek, maar mijn hond mocht niet mee. Iedereen zei: "
                "dat kan niet.\nToen betaalde het wijkteam een logeerplek. Binnen één dag.\n\n"
                "Daarna moest ik weer wachten. Bram belde elke dag. Daardoor ben ik gebleven.",
            },
        ),
        (
            "noodkaart",
            {
                "signs": "Ik neem de telefoon niet op. De gordijnen blijven dicht.",
                "helps": "Bel Bram. Zet thee. Neem Bami mee naar buiten.",
                "hurts": "Veel vragen. Boos worden.",
                "call": "Bram, en daarna mijn moeder.",
            },
        ),
        ("notities", {"words": "Twee moeilijke dagen gehad. Zelf gebeld. Trots op."}),
    ),
    "karim": (
        ("wensen", {"words": "Een deur die van mij is."}),
        ("wensen", {"words": "Weer koken."}),
        (
            "afspraken",
            {"what": "Briefadres", "day": "+2", "time": "09:15", "where": "Stadskantoor"},
        ),
        ("ik-nu", {"domain": "WON", "words": "Ik slaap op een bank. Dat kan niet lang meer."}),
        ("mensen", {"name": "Desi", "who": "Kwam mij zoeken op straat"}),
    ),
    "wim": (
        ("wensen", {"words": "Iets terugdoen, en dat mijn dochter durft te bellen."}),
        ("ik-nu", {"domain": "SOC", "words": "Bas en Mo kwamen langs, met koffie."}),
        ("verhaal", {"words": "Vrijdag, vier uur. Het loket was dicht tot maandag."}),
        ("notities", {"words": "Dinsdag niet gegaan. Volgende keer zeg ik het eerder."}),
    ),
}
SHOWN: Mapping[str, tuple[Shown, ...]] = {
    "sterre": (
        Shown("bram", Part.APPOINTMENTS, Purpose.SUPPORT, 13),
        Shown("bram", Part.EMERGENCY_CARD, Purpose.EMERGENCY, 13),
        Shown("joke", Part.WISHES, Purpose.SUPPORT, 4),
        Shown("riet", Part.APPOINTMENTS, Purpose.NEARNESS, 1),
    ),
}


def prepare(accounts: Mapping[str, UUID], parties: Mapping[str, Party], now: datetime) -> None:
    """By the name of a persona: whose file it is, and as whom one is known. Can be repeated: what
    somebody changed in a demo stays."""
    for name, written in WRITTEN.items():
        journey = file_of(accounts[name]) if name in accounts else None
        if journey is not None and _is_empty(accounts[name], journey, now):
            _write(name, accounts[name], journey, written, now)
            _show(accounts[name], journey, SHOWN.get(name, ()), parties, now)


def _is_empty(account: UUID, journey: UUID, now: datetime) -> bool:
    if grants_on(journey):
        return False
    with open_file(actor_for(account), journey, frozenset(Part), now=now) as opening:
        return not any(entries.read(opening, kind) for kind in KINDS)


def _write(
    name: str,
    account: UUID,
    journey: UUID,
    written: tuple[tuple[str, Values], ...],
    now: datetime,
) -> None:
    with open_file(
        actor_for(account), journey, frozenset(Part), action=Action.CHANGE, now=now
    ) as opening:
        for number, (path, values) in enumerate(written):
            form = uuid5(FORMS, str(number))
            at = now + timedelta(seconds=number)  # the order in which it is read
            entries.add(opening, OF_PATH[path], form, _from_now(values, now), at)
        write_route(opening, name, now)
        write_sketches(opening, name, now)


def _show(
    account: UUID,
    journey: UUID,
    shown: tuple[Shown, ...],
    parties: Mapping[str, Party],
    now: datetime,
) -> None:
    for one in shown:
        last = timezone.localdate(now) + timedelta(weeks=one.weeks)
        ends = timezone.make_aware(datetime.combine(last, time.min))
        form = uuid5(FORMS, f"{one.to} {one.purpose}")
        with open_file(
            actor_for(account), journey, frozenset({one.part}), action=Action.SHARE, now=now
        ) as opening:
            give(opening, [Wanted(form, one.part, parties[one.to], one.purpose, ends)], now)


def _from_now(values: Values, now: datetime) -> Values:
    """`+3` is the day three days from now."""
    if not values.get("day", "").startswith("+"):
        return values
    day = timezone.localdate(now) + timedelta(days=int(values["day"]))
    return {**values, "day": day.isoformat()}
