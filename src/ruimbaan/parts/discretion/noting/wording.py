# SPDX-License-Identifier: EUPL-1.2
"""The rights of a person in this product and beside it, and the closed lists of a pattern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.discretion.noting import Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.discretion.noting.own_room import Kind


@dataclass(frozen=True, slots=True)
class Right:
    """`kind`: one tap keeps that it was used, and nobody hears of it; or `address` is where it is
    used. `rule` is the number of the rule it stands in; without one it is a promise of this product.
    `mind` says what is not ours to promise."""

    title: Text
    says: Text
    kind: Kind | None = None
    address: str = ""
    rule: str = ""
    article: str = ""
    say: Text = Text("")
    mind: Text = Text("")


RIGHTS = (
    Right(
        Text("Pauze nemen", "Take a break"),
        Text(
            "Even stoppen mag altijd. Je route blijft staan.",
            "Stopping for a while is always fine. Your route stays.",
        ),
        address="journey:route-for-me",
    ),
    Right(
        Text("Een moeilijke tijd", "A hard time"),
        Text(
            "Ging het mis? Je plek op je route blijft. Je begint niet opnieuw.",
            "Did it go wrong? Your place on your route stays. You do not start again.",
        ),
        address="journey:route-for-me",
        mind=Text(
            "Een huis of kliniek kan een eigen regel hebben. Vraag dan om ruimte.",
            "A house or clinic can have a rule of its own. Then ask for room.",
        ),
    ),
    Right(
        Text("Een stap weigeren", "Refuse a step"),
        Text(
            "Je mag een stap weigeren. Hier verandert er dan niets.",
            "You may refuse a step. Nothing changes here then.",
        ),
        kind=Kind.REFUSED,
        say=Text("Deze stap wil ik niet. Wat kan wel?", "I do not want this step. What can I do?"),
        rule="R20",
        mind=Text(
            "Heb je bijstand? Daar kan een nee gevolgen hebben. Vraag het eerst.",
            "Do you get social assistance? A no can have consequences there. Ask first.",
        ),
    ),
    Right(
        Text("Liever niet", "Rather not"),
        Text(
            "Je mag liever niet zeggen. Je hoeft niet te zeggen waarom.",
            "You may say rather not. You need not say why.",
        ),
        kind=Kind.RATHER_NOT,
        say=Text("Liever niet. Ik leg het niet uit.", "Rather not. I will not explain."),
    ),
    Right(
        Text("Een tweede mening", "A second opinion"),
        Text(
            "Je mag een ander vragen hoe die het ziet.",
            "You may ask somebody else how they see it.",
        ),
        kind=Kind.SECOND_OPINION,
        say=Text(
            "Ik wil ook horen wat een ander ervan vindt.",
            "I also want to hear what somebody else thinks.",
        ),
        mind=Text(
            "Vraag eerst of je verzekering het betaalt.", "First ask whether your insurance pays."
        ),
    ),
    Right(
        Text("Iemand naast je", "Somebody beside you"),
        Text(
            "Iemand die met je meedenkt is gratis. De gemeente moet dat zeggen.",
            "Somebody who thinks along is free. The municipality must tell you.",
        ),
        kind=Kind.ALONG,
        article="Wmo 2015, artikel 2.3.2 lid 3",
        say=Text(
            "Ik wil een onafhankelijke cliëntondersteuner. Wie kan ik bellen?",
            "I want independent client support. Whom can I call?",
        ),
    ),
    Right(
        Text("Je eigen plan", "Your own plan"),
        Text(
            "Je mag zelf een plan inleveren. Doe dat binnen 7 dagen na je melding.",
            "You may hand in your own plan. Do so within 7 days of your report.",
        ),
        kind=Kind.OWN_PLAN,
        article="Wmo 2015, artikel 2.3.2 lid 2",
        say=Text("Ik lever zelf een plan in.", "I will hand in a plan of my own."),
    ),
)
KINDS: Mapping[Kind, Text] = {
    Kind.GIVEN: Text("Er was ruimte", "There was room"),
    Kind.RATHER_NOT: Text("Liever niet", "Rather not"),
    Kind.REFUSED: Text("Een stap geweigerd", "Refused a step"),
    Kind.SECOND_OPINION: Text("Een tweede mening", "A second opinion"),
    Kind.OWN_PLAN: Text("Mijn eigen plan", "My own plan"),
    Kind.ALONG: Text("Iemand naast me", "Somebody beside me"),
}
SITUATIONS: Mapping[Situation, Text] = {
    Situation.WAIT: Text("Wachten op hulp", "Waiting for support"),
    Situation.ADDRESS: Text("Een adres", "An address"),
    Situation.HOME: Text("Een plek om te wonen", "A place to live"),
    Situation.MONEY: Text("Geld om van te leven", "Money to live on"),
    Situation.DEBT: Text("Schulden", "Debts"),
    Situation.TREATMENT: Text("Naar een behandeling", "Into treatment"),
    Situation.HARD_TIME: Text("Een moeilijke tijd", "A hard time"),
    Situation.AFTERCARE: Text("Na een behandeling", "After treatment"),
    Situation.WORK: Text("Werk of leren", "Work or learning"),
    Situation.PAPERS: Text("Papieren", "Papers"),
    Situation.OTHER: Text("Iets anders", "Something else"),
}
