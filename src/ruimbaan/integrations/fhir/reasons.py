# SPDX-License-Identifier: EUPL-1.2
"""Why not, in `statusReason`: our code, and words that a receiver without our codes can read."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.handoff.states import Reason
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.fhir.elements import codes, concept, part
from ruimbaan.integrations.fhir.json_exact import Object
from ruimbaan.integrations.fhir.names import OUR_REASONS

WORDS: Mapping[Reason, Text] = {
    Reason.NO_PLACE: Text("Wij hebben nu geen plek", "We have no place now"),
    Reason.RULE: Text("Een regel houdt ons tegen", "A rule stops us"),
    Reason.OTHER_HELP_FITS: Text("Andere hulp past beter", "Other help fits better"),
    Reason.AREA: Text("Buiten ons werkgebied", "Outside our area"),
    Reason.FUNDING: Text("Het is niet duidelijk wie betaalt", "It is unclear who pays"),
    Reason.CEILING: Text("Ons budget van dit jaar is op", "Our budget for this year is used up"),
    Reason.HOURS: Text("Wij hebben nu geen uren", "We have no hours now"),
    Reason.PAPER_MISSING: Text("Er mist een document", "A document is missing"),
    Reason.SAFETY: Text(
        "Wij kunnen nu geen veilige plek bieden", "We cannot offer a safe place now"
    ),
    Reason.PERSON_CHOSE: Text("De persoon koos iets anders", "The person chose something else"),
    Reason.ALREADY_WITH_US: Text(
        "De persoon is al bij ons bekend", "The person is already with us"
    ),
    Reason.NO_REACH: Text(
        "Ons lukte het niet om contact te krijgen", "We did not manage to get in touch"
    ),
    Reason.OTHER: Text("Iets anders", "Something else"),
}


def concept_of(reason: Reason) -> Object:
    words = WORDS[reason]
    return concept(OUR_REASONS, reason.value, said=words.nl, display=words.en)


def reason_of(task: Object, place: Place) -> Reason:
    """OTHER when it was said in words only, or in codes of somebody else: those words are kept."""
    found = codes(part(task, "statusReason", place), OUR_REASONS, place)
    return next((Reason(code) for code in found if code in set(Reason)), Reason.OTHER)
