# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a report or with the outcome of a table."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NothingChosen(DomainError):
    code = "RB-FRICTION-001"
    cause = Text("We weten nog niet waar het wringt.", "We do not know yet where it chafes.")
    advice = Text(
        "Kies iets uit de lijst, of schrijf het in één zin.",
        "Choose something from the list, or write it in one sentence.",
    )


class WithinOneSide(DomainError):
    code = "RB-FRICTION-002"
    cause = Text(
        "Je koos twee keer dezelfde organisatie.", "You chose the same organisation twice."
    )
    advice = Text(
        "Kies twee verschillende, of laat er één open.",
        "Choose two different ones, or leave one open.",
    )


class TooPersonal(DomainError):
    code = "RB-FRICTION-003"
    cause = Text(
        "In je tekst staat {found}. Daaraan kan iemand te herkennen zijn.",
        "Your text contains {found}. Someone could be recognised by it.",
    )
    advice = Text(
        "Haal dat weg. De rest van je tekst staat er nog. We hebben niets bewaard.",
        "Take that out. The rest of your text is still there. We kept nothing.",
    )


class NotOnTheList(DomainError):
    code = "RB-FRICTION-004"
    cause = Text(
        "Iets wat u koos, staat niet in de lijst.", "Something you chose is not on the list."
    )
    advice = Text("Kies het opnieuw.", "Choose it again.")


class TooFewAtTheTable(DomainError):
    code = "RB-FRICTION-010"
    cause = Text(
        "Aan deze tafel ontbreekt iemand: {missing}.",
        "Somebody is missing at this table: {missing}.",
    )
    advice = Text(
        "Een besluit is van wie het aangaat. Nodig ook hen uit en kom opnieuw samen.",
        "A decision belongs to those concerned. Invite them too and meet again.",
    )


class DayNotRight(DomainError):
    code = "RB-FRICTION-011"
    cause = Text("Deze dag kan niet: {day}.", "This day is not possible: {day}.")
    advice = Text(
        "De tafel was al, en terugkijken is daarna, binnen een jaar.",
        "The table has been, and looking back is after it, within a year.",
    )


class RuleMissing(DomainError):
    code = "RB-FRICTION-012"
    cause = Text(
        "Er staat niet bij om welke regel het gaat.", "It does not say which rule it is about."
    )
    advice = Text("Kies de regel.", "Choose the rule.")


class LookedBackAlready(DomainError):
    code = "RB-FRICTION-013"
    cause = Text("Op dit besluit is al teruggekeken.", "This decision was looked back on already.")
    advice = Text(
        "Maak een nieuw besluit als er meer te zeggen is.",
        "Make a new decision if there is more to say.",
    )


class DecidedAlready(DomainError):
    code = "RB-FRICTION-014"
    cause = Text("Een collega was u net voor.", "A colleague was just before you.")
    advice = Text("Kijk in de lijst wat er nog ligt.", "Look in the list what is left.")
