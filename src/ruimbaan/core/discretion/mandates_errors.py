# SPDX-License-Identifier: EUPL-1.2
"""What cannot be agreed, mandated or promised: RB-ROOM-060 to 079."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class TooFewOrganisations(DomainError):
    code = "RB-ROOM-060"
    cause = Text(
        "Een werkafspraak is tussen minstens twee organisaties.",
        "A working agreement is between at least two organisations.",
    )
    advice = Text(
        "Schrijf bij elke organisatie op wat die doet.",
        "Write down for each organisation what it does.",
    )


class ReviewOutside(DomainError):
    code = "RB-ROOM-061"
    cause = Text(
        "Terugkijken hoort tussen vandaag en de einddag.",
        "Looking back belongs between today and the last day.",
    )
    advice = Text("Kies een dag daartussen.", "Choose a day in between.")


class EndPassed(DomainError):
    code = "RB-ROOM-062"
    cause = Text("De einddag is al voorbij.", "The last day is over.")
    advice = Text("Kies een einddag die nog komt.", "Choose a last day that is still to come.")


class NamesSomebody(DomainError):
    code = "RB-ROOM-063"
    cause = Text(
        "Hier lijkt een mailadres of nummer van een persoon te staan.",
        "There seems to be a mail address or number of a person here.",
    )
    advice = Text(
        "Beschrijf het soort situatie, nooit een persoon.",
        "Describe the kind of situation, never a person.",
    )


class NobodyBendsThis(DomainError):
    code = "RB-ROOM-064"
    cause = Text(
        "Van deze regel kan hier niemand afwijken.", "Nobody here can deviate from this rule."
    )
    advice = Text(
        "Kies een andere regel, of meld wat knelt bij wie de regel maakt.",
        "Choose another rule, or tell whoever makes the rule what pinches.",
    )


class EndBeforeStart(DomainError):
    code = "RB-ROOM-065"
    cause = Text("De einddag ligt voor de eerste dag.", "The last day is before the first day.")
    advice = Text("Draai de dagen om, of kies andere.", "Swap the days, or choose others.")


class TouchesNothing(DomainError):
    code = "RB-ROOM-066"
    cause = Text(
        "Er is nog geen regel, plek of knelpunt gekozen.",
        "No rule, place or friction is chosen yet.",
    )
    advice = Text(
        "Kies er minstens één. Dan vinden anderen de afspraak terug.",
        "Choose at least one. Then others can find the agreement.",
    )


class NotOpenAnyMore(DomainError):
    code = "RB-ROOM-067"
    cause = Text("Deze versie staat niet meer open.", "This version is no longer open.")
    advice = Text(
        "Bekijk de nieuwste versie van de afspraak.", "Look at the newest version of the agreement."
    )


class NotFromTheList(DomainError):
    code = "RB-ROOM-068"
    cause = Text("Hier is niets uit de lijst gekozen.", "Nothing from the list is chosen here.")
    advice = Text("Kies er één uit de lijst.", "Choose one from the list.")


class AmountMissing(DomainError):
    code = "RB-ROOM-069"
    cause = Text("Hier hoort een heel getal.", "A whole number belongs here.")
    advice = Text(
        "Vul uren per maand in, of hele euro's per jaar.",
        "Fill in hours a month, or whole euros a year.",
    )


class DayMissing(DomainError):
    code = "RB-ROOM-070"
    cause = Text("Hier ontbreekt een dag.", "A day is missing here.")
    advice = Text("Kies een dag.", "Choose a day.")


class NotInForce(DomainError):
    code = "RB-ROOM-071"
    cause = Text("Deze afspraak geldt nu niet.", "This agreement does not hold now.")
    advice = Text(
        "Terugkijken kan als elke organisatie ja heeft gezegd.",
        "Looking back is possible once every organisation has said yes.",
    )


class EndTooFar(DomainError):
    code = "RB-ROOM-072"
    cause = Text("De einddag is te ver weg.", "The last day is too far away.")
    advice = Text("Kies een eerdere dag.", "Choose an earlier day.")
