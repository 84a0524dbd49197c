# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with an advice about a rule: RB-ADV."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotInThisOrder(DomainError):
    code = "RB-ADV-002"
    cause = Text("Deze stap kan nu niet.", "This step cannot be taken now.")
    advice = Text(
        "Eerst een tekst, dan versturen, dan een besluit. Na een ja volgt de dag waarop de regel "
        "verandert.",
        "First a text, then sending it, then a decision. After a yes comes the day on which the rule "
        "changes.",
    )


class StepDayNotRight(DomainError):
    code = "RB-ADV-003"
    cause = Text("De dag {day} past hier niet.", "The day {day} does not fit here.")
    advice = Text(
        "Geef een dag na de vorige stap. Versturen en besluiten is al gebeurd, dus niet later dan "
        "vandaag.",
        "Give a day after the step before. Sending and deciding has happened, so no later than today.",
    )


class SaysTooMuch(DomainError):
    code = "RB-ADV-004"
    cause = Text(
        "In de tekst staat {found}. Daaraan kan iemand te herkennen zijn.",
        "The text contains {found}. Someone could be recognised by it.",
    )
    advice = Text(
        "Haal dat weg. Een advies gaat over een regel en noemt een functie, nooit een persoon.",
        "Take that out. An advice is about a rule and names a function, never a person.",
    )
