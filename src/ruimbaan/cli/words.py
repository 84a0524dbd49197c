# SPDX-License-Identifier: EUPL-1.2
"""The words around an answer in the terminal."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import LadderStep

ROUTE_OF = Text(
    "Route van {name} · {region} · dag 0 is {day}", "Route of {name} · {region} · day 0 is {day}"
)
WAYS = Text("Wegen", "Ways")
WAY = Text("Weg", "Way")
NEEDED = Text("Wat is nodig?", "What is needed?")
WAY_NEEDS = Text("Weg {number}:", "Way {number}:")
AS_IT_GOES = Text("niets, zo gaat het nu.", "nothing, this is how it goes now.")
NOT_YET = Text("nog niet", "not yet")
LATE = Text("{days} d te laat", "{days} d late")
IN_TIME = Text("op tijd", "in time")
WITHOUT_SUPPORT = Text("dagen zonder steun", "days without support")
STEPS = Text("Stappen van weg {number}", "Steps of way {number}")
STEP = Text("Stap", "Step")
APPLY = Text("Vraag aan", "Apply")
LATEST = Text("Uiterlijk", "Latest")
START = Text("Begint", "Starts")
WAITED = Text("na {days} dagen", "after {days} days")
END = Text("Tot", "Until")
LADDER = Text("Ladder", "Ladder")
ROOM = Text("Ruimte", "Room")
RULES = Text("Welke regels?", "Which rules?")
WON = Text("Wat brengt dat?", "What does that bring?")
EARLIER = Text("{goal}: {days} dagen eerder", "{goal}: {days} days earlier")
NOW_REACHED = Text("{goal}: komt er dan wel", "{goal}: comes within reach")
NONE = "–"
RUNGS = {
    LadderStep.START_EARLIER: Text("Eerder beginnen", "Start earlier"),
    LadderStep.OTHER_GATE: Text("Een andere ingang", "Another way in"),
    LadderStep.HOOK: Text("Dit mag al", "This is already allowed"),
    LadderStep.FLEX: Text("Ruimte vragen", "Ask for room"),
    LadderStep.CHANGE: Text("De regel veranderen", "Change the rule"),
}
STUCK = Text("Waarom lukt het nu niet?", "Why does it not work now?")
LOSSES = Text("Wat raakt iemand kwijt?", "What is lost?")
LOSS = Text(
    "{fact}, van {first} tot {until}, door {service}",
    "{fact}, from {first} until {until}, through {service}",
)
CLASHES = Text("Wat gaat niet samen?", "What does not go together?")
BASIS = Text(
    "Gerekend met {services} diensten en {rules} regels. Dit is een voorstel, geen besluit.",
    "Worked out with {services} services and {rules} rules. This is a proposal, not a decision.",
)
CUT_SHORT = Text(
    "Het zoeken is afgebroken. Misschien is er een betere weg.",
    "The search was cut short. There may be a better way.",
)
