# SPDX-License-Identifier: EUPL-1.2
"""What cannot be done with a request for room, and what to do instead: RB-ROOM-020 to 039."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotNow(DomainError):
    code = "RB-ROOM-020"
    cause = Text("Dit kan nu niet meer.", "This cannot be done any more.")
    advice = Text("Kijk hoe het er nu voor staat.", "Look at how things stand now.")


class TooLate(DomainError):
    code = "RB-ROOM-021"
    cause = Text("De dag om te antwoorden is voorbij.", "The day to answer is over.")
    advice = Text("Bel wie het vroeg.", "Call who asked.")


class ReasonNeeded(DomainError):
    code = "RB-ROOM-022"
    cause = Text("Bij terugnemen hoort een reden.", "Taking back needs a reason.")
    advice = Text("Schrijf de reden in één regel.", "Write the reason in one line.")


class NoYesToLookBackOn(DomainError):
    code = "RB-ROOM-023"
    cause = Text("Er is geen ja om op terug te kijken.", "There is no yes to look back on.")
    advice = Text("Kijk hoe het er nu voor staat.", "Look at how things stand now.")


class NobodyToAsk(DomainError):
    code = "RB-ROOM-024"
    cause = Text("Er is nog niemand gekozen.", "Nobody is chosen yet.")
    advice = Text("Kies wie ja mag zeggen.", "Choose who may say yes.")


class NotAMailAddress(DomainError):
    code = "RB-ROOM-025"
    cause = Text("Dit is geen mailadres.", "This is not a mail address.")
    advice = Text("Kijk of er een @ in staat.", "See whether it has an @.")


class DayNotGood(DomainError):
    code = "RB-ROOM-026"
    cause = Text("Deze dag kan niet.", "This day is not possible.")
    advice = Text(
        "Kies een dag vanaf morgen, hoogstens een jaar ver.",
        "Choose a day from tomorrow on, at most a year away.",
    )


class AnswerAfterTheRoom(DomainError):
    code = "RB-ROOM-027"
    cause = Text(
        "Het antwoord komt dan na de dag dat u ruimte vraagt.",
        "The answer would come after the day you ask room for.",
    )
    advice = Text(
        "Kies een eerdere dag voor het antwoord.", "Choose an earlier day for the answer."
    )


class DeputyMissing(DomainError):
    code = "RB-ROOM-028"
    cause = Text(
        "Er is geen mailadres van de vervanger.", "There is no mail address of the deputy."
    )
    advice = Text(
        "Vul het in, of kies dat stilte geen antwoord is.",
        "Fill it in, or choose that silence is no answer.",
    )


class NotThisPerson(DomainError):
    code = "RB-ROOM-029"
    cause = Text("Van deze persoon ziet u nu niets.", "You see nothing of this person now.")
    advice = Text("Kies een ander, of kies niemand.", "Choose another, or choose nobody.")


class ActedMeanwhile(DomainError):
    code = "RB-ROOM-030"
    cause = Text("Iemand anders was net eerder.", "Somebody else was just before you.")
    advice = Text("Kijk hoe het er nu voor staat.", "Look at how things stand now.")


class TooManyOpen(DomainError):
    code = "RB-ROOM-031"
    cause = Text("Er staan al {most} vragen open.", "{most} requests are open already.")
    advice = Text("Trek er eerst één in.", "Withdraw one first.")
