# SPDX-License-Identifier: EUPL-1.2
"""The content of a demo: made up, out of the journeys of Sterre, Karim and Wim."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.discretion.resources import Kind

WAALSTAD, GRACHTSTAD, VESTINGSTAD = "waalstad", "grachtstad", "vestingstad"


@dataclass(frozen=True, slots=True)
class AgreedStory:
    """`who`: the organisations with what each does; the first proposed it, `ago` days ago. `lasts`
    and `review` are days from then."""

    region: str
    title: str
    situation: str
    who: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    services: tuple[str, ...] = ()
    ago: int = 30
    lasts: int = 365
    review: int = 120
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class LetterStory:
    region: str
    organisation: str
    rule: str
    function: str
    name: str
    up_to: str
    reach: str
    given_by: str
    deputy: str = ""
    lasts: int = 300


@dataclass(frozen=True, slots=True)
class PromiseStory:
    region: str
    organisation: str
    kind: Kind
    team: str
    by: str
    rule: str = ""
    amount: int = 0
    lasts: int = 300


AGREED = (
    AgreedStory(
        WAALSTAD,
        "Hulp thuis regelen bij de start van de behandeling",
        "Iemand begint met een opname of deeltijdbehandeling en heeft daarna thuis hulp nodig.",
        (
            ("De Kribbe", "Helpt in de eerste week met de melding bij de gemeente."),
            ("Gemeente Waalstad", "Pakt de melding meteen op en wacht niet op het ontslag."),
        ),
        rules=("H01-W", "R01"),
        services=("W08", "W23"),
    ),
    AgreedStory(
        WAALSTAD,
        "Vier weken contact na de behandeling",
        "De behandeling is klaar en de hulp thuis is net begonnen.",
        (
            ("De Kribbe", "De vertrouwde behandelaar blijft vier weken bereikbaar."),
            ("Gemeente Waalstad", "Het wijkteam maakt kennis voor de laatste behandeldag."),
        ),
        rules=("R34-W",),
        services=("W23", "W40"),
        ago=200,
        lasts=400,
        review=180,
    ),
    AgreedStory(
        WAALSTAD,
        "Opvang voor een huisdier binnen een dag",
        "Iemand kan worden opgenomen, en het huisdier kan niet mee.",
        (
            ("De Kribbe", "Belt het wijkteam op de dag van de opname."),
            ("Gemeente Waalstad", "Betaalt de opvang uit het maatwerkbudget, binnen een dag."),
        ),
        rules=("R50-W",),
        services=("W06", "W09"),
        ago=3,
        is_draft=True,
    ),
    AgreedStory(
        GRACHTSTAD,
        "Eerst een adres en een bed, dan het onderzoek",
        "Iemand slaapt buiten of bij kennissen en heeft geen adres.",
        (
            ("De Brugwachter", "Geeft een bed en zoekt later uit welke gemeente betaalt."),
            ("Gemeente Grachtstad", "Geeft een briefadres zolang het onderzoek loopt."),
        ),
        rules=("R08-G", "R28-G"),
        services=("G16", "G25"),
        ago=60,
    ),
)
LETTERS = (
    LetterStory(
        WAALSTAD,
        "Gemeente Waalstad",
        "H08-W",
        "teammanager schuldhulp",
        "Farida",
        "een spoedgesprek zonder complete papieren; de rest mag later",
        "via de balie schuldhulp, elke werkdag tussen 9 en 12 uur",
        "hoofd sociaal domein",
        deputy="senior schuldhulp",
    ),
    LetterStory(
        GRACHTSTAD,
        "Gemeente Grachtstad",
        "R09",
        "jongerenconsulent",
        "Daan",
        "een aanvraag meteen in behandeling nemen, zonder zoektermijn",
        "via het jongerenloket",
        "teammanager werk en inkomen",
        deputy="klantmanager jongeren",
    ),
    LetterStory(
        VESTINGSTAD,
        "Gemeente Vestingstad",
        "R23",
        "teammanager schuldhulp",
        "Marijke",
        "toelaten na een eerdere aanvraag, na een eigen weging",
        "via de balie schuldhulp",
        "hoofd sociaal domein",
        lasts=20,
    ),
)
PROMISES = (
    PromiseStory(
        WAALSTAD, "De Kribbe", Kind.COVER, "team poli", "de teamleider van de poli", rule="R35-W"
    ),
    PromiseStory(
        WAALSTAD, "De Kribbe", Kind.HOURS, "team poli", "de teamleider van de poli", amount=8
    ),
)
