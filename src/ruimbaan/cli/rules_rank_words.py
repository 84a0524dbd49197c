# SPDX-License-Identifier: EUPL-1.2
"""The words of `ruimbaan rules rank`."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

DRAWING = Text("Mensen bedenken", "Drawing people")
ASKING = Text("Routes uitrekenen", "Working out routes")
ADDING = Text("Optellen", "Adding up")

HEADING = Text(
    "Welke regel eerst? {region}, {people} bedachte mensen (seed {seed})",
    "Which rule first? {region}, {people} made-up people (seed {seed})",
)
HONEST = Text(
    "Wachttijden zijn gelijk gehouden: wat dit met de wachttijd van anderen doet, zit er niet in. In"
    " hun eigen plan wordt niemand later. Een aandeel per regel is er niet: regels winnen samen meer"
    " of minder dan de som.",
    "Waits are held constant: what this does to the waits of others is not in it. In their own plan"
    " nobody gets later. There is no share per rule: together rules win more or less than the sum.",
)
DAYS_NOTE = Text(
    "Dagen zijn gewogen dagen te laat, van al deze mensen samen: nu {late}, met alle ruimte {most}"
    " minder.",
    "Days are weighted days late, of all these people together: now {late}, with all room {most}"
    " fewer.",
)
RULE = Text("Regel", "Rule")
RULES = Text("Regels", "Rules")
DAYS = Text("Dagen gewonnen", "Days won")
PEOPLE = Text("Mensen", "People")
REACHED = Text("Doelen die nu niet lukken", "Goals not reached now")
WITH = Text("Samen met", "Together with")
PAIRS = Text("Twee samen", "Two together")
ALONE = Text("Elk apart, opgeteld", "Each alone, added up")
BEYOND = Text("Verschil", "Difference")
BEST = Text("De beste samen (bewezen)", "The best together (proven)")
ONE_BY_ONE = Text("Steeds de beste erbij", "The best one each time")
ONLY_MAKER = Text("Dit kan alleen wie de regel maakt", "Only who makes the rule can do this")
DEADLOCKS = Text("Alle vastlopers", "All deadlocks")
SAYS = Text("Vastloper", "Deadlock")
SITUATIONS = Text("Situaties", "Situations")
OPENS = Text("Dit opent het", "This opens it")
NOTHING = Text("geen ruimte", "no room")
