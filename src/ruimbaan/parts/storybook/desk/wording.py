# SPDX-License-Identifier: EUPL-1.2
"""The words of the desk: why a story is not public, for who writes and for who gave it, and what the
closed lists are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.storybook.desk import DeskRefused, Use
from ruimbaan.core.storybook.given import Changed, Way
from ruimbaan.core.storybook.recognition import Clue


@dataclass(frozen=True, slots=True)
class Reason:
    """What lacks, as the core says it: `desk` for who writes, `giver` for the person."""

    desk: Text
    giver: Text


REASONS: Mapping[str, Reason] = {
    "there is no text": Reason(
        Text("Er is nog geen tekst.", "There is no text yet."),
        Text("Er is nog geen tekst.", "There is no text yet."),
    ),
    "a giver withdrew": Reason(
        Text("Een gever nam het terug.", "A giver took it back."),
        Text("Iemand nam het terug.", "Somebody took it back."),
    ),
    "a warning on recognition is open": Reason(
        Text("Er staat nog een waarschuwing open.", "A warning is still open."),
        Text(
            "Iemand kan je misschien nog herkennen. Dat maken we eerst anders.",
            "Somebody may still know you by it. We change that first.",
        ),
    ),
    "it is not said what was disguised": Reason(
        Text(
            "Er staat nog niet wat er onherkenbaar is gemaakt.",
            "It is not said yet what was made unrecognisable.",
        ),
        Text(
            "We schreven nog niet op wat we veranderden.",
            "We did not write down yet what we changed.",
        ),
    ),
    "a giver has not signed this text for this use": Reason(
        Text("Niet elke gever zei ja tegen deze tekst.", "Not every giver said yes to this text."),
        Text("Nog niet iedereen zei ja.", "Not everybody said yes yet."),
    ),
    "a reviewer recognised somebody": Reason(
        Text("Wie meelas, herkende iemand.", "Who read along recognised somebody."),
        Text(
            "Wie meelas, kon raden wie het is. We veranderen de tekst.",
            "Who read along could guess who it is. We change the text.",
        ),
    ),
    "nobody tried to guess who it is": Reason(
        Text("Nog niemand probeerde te raden wie het is.", "Nobody tried to guess who it is yet."),
        Text(
            "Nog niemand keek of je te herkennen bent.",
            "Nobody looked yet whether you can be recognised.",
        ),
    ),
    "a made-up journey has no giver": Reason(
        Text("Een verzonnen verhaal heeft geen gever.", "A made-up story has no giver."),
        Text("Een verzonnen verhaal heeft geen gever.", "A made-up story has no giver."),
    ),
    "a story has one giver, or three and more": Reason(
        Text(
            "Een verhaal is van één gever, of van drie of meer. Met twee kent elk de ander.",
            "A story has one giver, or three and more. With two, each knows the other.",
        ),
        Text(
            "Een verhaal is van één persoon, of van drie of meer.",
            "A story is of one person, or of three and more.",
        ),
    ),
    "this is not a giver of this story": Reason(
        Text("Dit is geen gever van dit verhaal.", "This is not a giver of this story."),
        Text("Dit verhaal is niet van jou.", "This story is not yours."),
    ),
    "the text changed after it was read": Reason(
        Text("De tekst veranderde net.", "The text has just changed."),
        Text(
            "De tekst veranderde net. Lees hem opnieuw.",
            "The text has just changed. Read it again.",
        ),
    ),
    "a giver cannot guess the own story": Reason(
        Text("U kunt dit niet raden: het is ook van u.", "You cannot guess this: it is yours too."),
        Text("Je kunt je eigen verhaal niet raden.", "You cannot guess your own story."),
    ),
}
USES: Mapping[Use, Text] = {
    Use.WEB: Text("op de site", "on the site"),
    Use.PRINT: Text("in het boek op papier", "in the book on paper"),
}
WAYS: Mapping[Way, Text] = {
    Way.WIDER: Text(
        "De regel werd gelezen zoals hij bedoeld is", "The rule was read as it is meant"
    ),
    Way.EXCEPTION: Text(
        "Iemand zei ja tegen een uitzondering", "Somebody said yes to an exception"
    ),
    Way.SOONER: Text("Het mocht eerder", "It was allowed sooner"),
    Way.BESIDE: Text("Iemand ging mee", "Somebody came along"),
    Way.KEPT: Text("De plek bleef staan", "The place was kept"),
    Way.NONE: Text("Er was ruimte nodig, en die kwam er niet", "Room was needed, and none came"),
}
CHANGES: Mapping[Changed, Text] = {
    Changed.PLACE: Text("plaatsen", "places"),
    Changed.ROLE: Text("rollen", "roles"),
    Changed.DATE: Text("tijden", "times"),
    Changed.DETAIL: Text("details", "details"),
}
CLUES: Mapping[str, Text] = {
    Clue.DAY: Text("Een dag: {said}. Zeg het seizoen.", "A day: {said}. Say the season."),
    Clue.YEAR: Text("Een jaar: {said}. Laat het weg.", "A year: {said}. Leave it out."),
    Clue.AGE: Text(
        "Een leeftijd: {said}. Zeg begin, midden of eind.",
        "An age: {said}. Say early, middle or late.",
    ),
    Clue.ADDRESS: Text(
        "Een adres: {said}. Zeg wat voor plek het is.",
        "An address: {said}. Say what kind of place it is.",
    ),
    Clue.REACH: Text(
        "Een nummer of mailadres: {said}. Laat het weg.",
        "A number or mail address: {said}. Leave it out.",
    ),
    Clue.NAME: Text(
        "Een naam van de Kaart: {said}. Zeg wat die doet.",
        "A name of the Kaart: {said}. Say what it does.",
    ),
    Clue.RARE: Text(
        "Samen zeldzaam: {said}. Naar schatting {alike} mensen in de regio.",
        "Rare together: {said}. An estimated {alike} people in the region.",
    ),
    "place": Text(
        "Weinig plekken: {said} Op de Kaart staan er {alike} in deze regio.",
        "Few places: {said} On the Kaart there are {alike} in this region.",
    ),
}


def reason(error: DomainError, *, to_giver: bool) -> Text | None:
    """What a refusal of the desk says to this reader; None for another error."""
    if not isinstance(error, DeskRefused):
        return None
    found = REASONS[str(error.details["reason"])]
    return found.giver if to_giver else found.desk
