# SPDX-License-Identifier: EUPL-1.2
"""A directory of any size, made up: the same every time. Its texts are of Dutch words put together,
so that it has as many different words as a large directory has."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from ruimbaan.core.directory.records.profile import NAME, ServiceProfile, made_id, written
from ruimbaan.core.directory.records.record import Json, Record

KINDS = 42
DOMAINS = ("WON", "FIN", "ADM", "MID", "PSY", "GEZ", "WRK", "SOC", "GZN", "JUS", "ZIN")
GATES = ("inloop", "open", "aanvraag", "gesprek", "verwijzing", "beschikking", "indicatie")
FRAMES = ("Zvw", "Wmo maatwerk", "Wmo algemeen", "Participatiewet", "Wgs", "vrijwillig", "loon")
HEADS = """hulp steun zorg groep huis plek team loket inloop opvang begeleiding cursus training
    gesprek spreekuur maatje dienst punt winkel werkplaats kamer fonds project club avond tafel
    kring centrum praktijk behandeling advies bezoek""".split()
TAILS = """schuld geld wonen slapen jeugd ouder familie vrouwen mannen wijk buurt dorp stad werk
    leer taal sport muziek natuur tuin kook eet koffie post brief dak straat nacht dag avond herstel
    verslaving drank drugs gok rouw trauma angst slaap hoofd lijf hart beweeg fiets wandel creatief
    digitaal formulier recht boete straf vrijheid kind baby gezin mantelzorg naasten senioren
    nieuwkomer vluchteling arbeid inkomen budget huur energie huisraad kleding voedsel""".split()
FILLERS = """iemand luistert samen zoeken naar wat past ook in de avond zonder afspraak met
    vrijwilligers uit de wijk je kunt hier terecht voor vragen over leven werk en wonen wij denken
    mee als het even tegenzit en helpen je op weg naar een volgende stap""".split()
LANGUAGES = ("nl", "en", "ar", "tr", "pl", "ti", "uk")
DISTRICTS = tuple(f"Wijk {name}" for name in "Noord Oost Zuid West Centrum Haven Veld Bos".split())
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def many_services(region: str, number: int) -> Iterator[Record]:
    """Seven records or more for each service."""
    chance = Random(4)
    names = [f"{tail}{head}" for tail in TAILS for head in HEADS]
    names += [f"{one}{tail}{head}" for one in TAILS[:12] for tail in TAILS for head in HEADS[:14]]
    for place in range(number // 8):
        yield from _place(region, place, chance)
    for one in range(number):
        yield from _service(region, one, number, names, chance)


def _place(region: str, place: int, chance: Random) -> Iterator[Record]:
    uid = made_id(region, "location", str(place))
    rd: list[Json] = [chance.randint(150_000, 190_000), chance.randint(400_000, 440_000)]
    values: dict[str, Json] = {
        "id": uid,
        "location_type": "physical",
        NAME: {"rd": rd, "district": chance.choice(DISTRICTS)},
    }
    yield Record("location", uid, values)
    yield _child("address", region, str(place), {
        "location_id": uid, "address_1": "Straat 1", "city": "Meetstad", "state_province": "GE",
        "postal_code": f"{6500 + place % 90} AB", "country": "NL", "address_type": "physical",
    })  # fmt: skip


def _service(
    region: str, one: int, number: int, names: list[str], chance: Random
) -> Iterator[Record]:
    name = f"{chance.choice(names)} {chance.choice(DISTRICTS)}"
    words = [*chance.sample(names, 8), *chance.choices(FILLERS, k=22)]
    chance.shuffle(words)
    owner = made_id(region, "organization", str(one // 3))
    if one % 3 == 0:
        shown = f"Stichting {chance.choice(names).capitalize()}"
        yield Record("organization", owner, {"id": owner, "name": shown, "description": shown})
    uid = made_id(region, "service", str(one))
    planning: dict[str, Json] = {
        "label": {"nl": name.capitalize(), "en": f"Support with {chance.choice(TAILS)}"},
        "type": chance.randint(1, KINDS),
        "domain": chance.choice(DOMAINS),
        "gate": chance.choice(GATES),
        "frame": chance.choice(FRAMES),
        "wait": {"days": chance.choice((0, 0, 7, 28, 90))},
    }
    profile = ServiceProfile(
        region,
        f"M{one}",
        planning,
        women_only=chance.random() < 0.05,
        with_children=chance.random() < 0.1,
    )
    yield Record("service", uid, {
        "id": uid, "organization_id": owner, "name": name, "status": "active",
        "description": " ".join(words), NAME: written(profile),
    })  # fmt: skip
    place = made_id(region, "location", str(chance.randrange(max(1, number // 8))))
    yield _child("service_at_location", region, str(one), {"service_id": uid, "location_id": place})
    yield _child("language", region, str(one), {
        "service_id": uid, "code": chance.choice(LANGUAGES),
    })  # fmt: skip
    yield _child("schedule", region, str(one), {
        "service_id": uid, "freq": "WEEKLY", "byday": ",".join(chance.sample(DAYS, 3)),
        "opens_at": "09:00", "closes_at": chance.choice(("12:00", "17:00", "21:00")),
    })  # fmt: skip
    yield _child("cost_option", region, str(one), {
        "service_id": uid, "amount": chance.choice((0, 0, 5)),
    })  # fmt: skip


def _child(table: str, region: str, code: str, values: dict[str, Json]) -> Record:
    uid = made_id(region, table, code)
    return Record(table, uid, {"id": uid, **values})
