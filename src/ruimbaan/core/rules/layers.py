# SPDX-License-Identifier: EUPL-1.2
"""The nine layers a rule can come from: from fixed law to habit. Room differs per layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import RuleClass


class Layer(StrEnum):
    """Where a rule comes from, the hardest first."""

    HARD = "hard"
    DEROGABLE = "derogable"
    OPEN_NORM = "open-norm"
    HOOK = "hook"
    ORDINANCE = "ordinance"
    POLICY = "policy"
    CONTRACT = "contract"
    PROCEDURE = "procedure"
    HABIT = "habit"


CLASS_OF: Mapping[Layer, RuleClass] = {
    Layer.HARD: RuleClass.LAW,
    Layer.DEROGABLE: RuleClass.LAW,
    Layer.OPEN_NORM: RuleClass.LAW,
    Layer.HOOK: RuleClass.LAW,
    Layer.ORDINANCE: RuleClass.ORDINANCE,
    Layer.POLICY: RuleClass.POLICY,
    Layer.CONTRACT: RuleClass.CONTRACT,
    Layer.PROCEDURE: RuleClass.PROCEDURE,
    Layer.HABIT: RuleClass.HABIT,
}


@dataclass(frozen=True, slots=True)
class LayerText:
    """What a layer is called, what it means for a person (A2), and how a worker accounts for
    doing otherwise (B1). What one rule of that layer leaves open: `room_of`."""

    name: Text
    for_you: Text
    account: Text


LAYER_TEXTS: Mapping[Layer, LayerText] = {
    Layer.HARD: LayerText(
        Text("Wet die vastligt", "Fixed law"),
        Text(
            "Deze regel staat in de wet. Niemand aan het loket kan hem veranderen.",
            "This rule is in the law. Nobody at the counter can change it.",
        ),
        Text(
            "Afwijken kan niet. Gebruik de regel op tijd of kies een andere ingang. "
            "Meld wat knelt als signaal aan de wetgever.",
            "You cannot deviate. Use the rule in time or choose another gate. "
            "Report what pinches as a signal to the legislator.",
        ),
    ),
    Layer.DEROGABLE: LayerText(
        Text("Wet met een deur erin", "Law with a door in it"),
        Text(
            "De wet zegt zelf wanneer het anders mag.",
            "The law itself says when it may be different.",
        ),
        Text(
            "Noem in het besluit het artikel en de reden. Dat is genoeg.",
            "Name the article and the reason in the decision. That is enough.",
        ),
    ),
    Layer.OPEN_NORM: LayerText(
        Text("Open norm", "Open norm"),
        Text(
            "De medewerker mag dit per persoon bekijken.",
            "The worker may look at this person by person.",
        ),
        Text(
            "Schrijf in het verslag hoe u tot uw oordeel kwam, vanuit het doel van de wet.",
            "Write in the report how you came to your judgement, from the aim of the law.",
        ),
    ),
    Layer.HOOK: LayerText(
        Text("Regel die ruimte geeft", "Rule that gives room"),
        Text(
            "Deze regel is er om jou te helpen. Je kunt erom vragen.",
            "This rule is there to help you. You can ask for it.",
        ),
        Text(
            "Noem het artikel en wat er zonder deze stap misging. "
            "Kijk eerst of het een plicht is: dan is het geen gunst.",
            "Name the article and what would go wrong without this step. "
            "First see whether it is a duty: then it is no favour.",
        ),
    ),
    Layer.ORDINANCE: LayerText(
        Text("Regel van de gemeenteraad", "Town council rule"),
        Text(
            "De gemeenteraad maakte deze regel. Soms staat er een uitweg in.",
            "The town council made this rule. Sometimes there is a way out in it.",
        ),
        Text(
            "Gebruik de hardheidsclausule in een beschikking. Breng een patroon naar de raad.",
            "Use the hardship clause in a decision. Take a pattern to the council.",
        ),
    ),
    Layer.POLICY: LayerText(
        Text("Beleidsregel van de gemeente", "Municipal policy rule"),
        Text(
            "De gemeente maakte deze regel zelf. Zij kan ervan afwijken.",
            "The municipality made this rule itself. It can deviate from it.",
        ),
        Text(
            "Wijk af met een gemotiveerd besluit (Awb 4:84). "
            "Wijkt u vaker af, verander dan de regel.",
            "Deviate with a reasoned decision (Awb 4:84). "
            "If you deviate more often, change the rule.",
        ),
    ),
    Layer.CONTRACT: LayerText(
        Text("Afspraak over geld", "Agreement about money"),
        Text(
            "Twee organisaties spraken dit af. Zij kunnen ook iets anders afspreken.",
            "Two organisations agreed on this. They can also agree on something else.",
        ),
        Text(
            "Een mail met reden, bedrag en einddatum is genoeg. Bespreek het in het jaargesprek.",
            "An e-mail with reason, sum and end date is enough. Discuss it in the yearly talk.",
        ),
    ),
    Layer.PROCEDURE: LayerText(
        Text("Huisregel of werkafspraak", "House rule or working agreement"),
        Text(
            "De organisatie maakte deze regel zelf. De leiding mag anders beslissen.",
            "The organisation made this rule itself. The people in charge may decide otherwise.",
        ),
        Text(
            "Beslis, en zet één regel in het teamverslag.",
            "Decide, and put one line in the team notes.",
        ),
    ),
    Layer.HABIT: LayerText(
        Text("Gewoonte", "Habit"),
        Text(
            "Zo doet men het meestal. Het is geen regel.",
            "This is how people usually do it. It is not a rule.",
        ),
        Text(
            "Doe het anders en vertel het een collega.", "Do it differently and tell a colleague."
        ),
    ),
}
