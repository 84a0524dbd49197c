# SPDX-License-Identifier: EUPL-1.2
"""The closed list of reasons in words: what a receiver picks, and what the person reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.handoff.states import Reason
from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """`choice` is what a receiver picks, `person` what the person reads, `more` what to ask then."""

    choice: Text
    person: Text
    more: Text


REASONS: Mapping[Reason, ReasonWords] = {
    Reason.NO_PLACE: ReasonWords(
        Text("Wij hebben nu geen plek", "We have no place now"),
        Text("Er is nu geen plek.", "There is no place now."),
        Text("Vanaf wanneer wel?", "From when would there be?"),
    ),
    Reason.RULE: ReasonWords(
        Text("Een regel houdt ons tegen", "A rule stops us"),
        Text("Een regel zit in de weg.", "A rule is in the way."),
        Text("Welke regel, en wie mag afwijken?", "Which rule, and who may deviate?"),
    ),
    Reason.OTHER_HELP_FITS: ReasonWords(
        Text("Andere hulp past beter", "Other help fits better"),
        Text("Andere hulp past beter bij jou.", "Other help fits you better."),
        Text("Welke hulp, en bij wie?", "Which help, and with whom?"),
    ),
    Reason.AREA: ReasonWords(
        Text("Buiten ons werkgebied", "Outside our area"),
        Text("Zij werken in een ander gebied.", "They work in another area."),
        Text("Wie werkt daar wel?", "Who does work there?"),
    ),
    Reason.FUNDING: ReasonWords(
        Text("Het is niet duidelijk wie betaalt", "It is unclear who pays"),
        Text("Zij weten nog niet wie betaalt.", "They do not know yet who pays."),
        Text("Kan één partij beginnen?", "Can one party start?"),
    ),
    Reason.CEILING: ReasonWords(
        Text("Ons budget van dit jaar is op", "Our budget for this year is used up"),
        Text("Hun geld voor dit jaar is op.", "Their money for this year is used up."),
        Text("Is de verzekeraar om ruimte gevraagd?", "Was the insurer asked for room?"),
    ),
    Reason.HOURS: ReasonWords(
        Text("Wij hebben nu geen uren", "We have no hours now"),
        Text("Zij hebben nu te weinig mensen.", "They have too few people now."),
        Text("Vanaf wanneer kan het wel?", "From when is it possible?"),
    ),
    Reason.PAPER_MISSING: ReasonWords(
        Text("Er mist een document", "A document is missing"),
        Text("Er mist nog een papier.", "A paper is still missing."),
        Text("Mag het later komen?", "May it come later?"),
    ),
    Reason.SAFETY: ReasonWords(
        Text("Wij kunnen nu geen veilige plek bieden", "We cannot offer a safe place now"),
        Text("Zij kunnen nu geen veilige plek geven.", "They cannot give a safe place now."),
        Text("Wat zou het wel veilig maken?", "What would make it safe?"),
    ),
    Reason.PERSON_CHOSE: ReasonWords(
        Text("De persoon koos iets anders", "The person chose something else"),
        Text("Jij koos iets anders.", "You chose something else."),
        Text(""),
    ),
    Reason.ALREADY_WITH_US: ReasonWords(
        Text("De persoon is al bij ons bekend", "The person is already with us"),
        Text("Zij kennen je al.", "They know you already."),
        Text("Wie is het aanspreekpunt?", "Who is the contact?"),
    ),
    Reason.NO_REACH: ReasonWords(
        Text("Ons lukte het niet om contact te krijgen", "We did not manage to get in touch"),
        Text("Zij konden je niet bereiken.", "They could not reach you."),
        Text("Welke weg past beter?", "Which way fits better?"),
    ),
    Reason.OTHER: ReasonWords(
        Text("Iets anders", "Something else"),
        Text("Er is een andere reden.", "There is another reason."),
        Text("Zeg het kort.", "Say it briefly."),
    ),
}
NOT_A_REASON = Text(
    "Deze redenen bestaan hier niet: “niet gemotiveerd”, “niet verschenen”, “gebruikt nog”.",
    "These reasons do not exist here: “not motivated”, “did not show up”, “still uses”.",
)
