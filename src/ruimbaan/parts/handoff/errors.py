# SPDX-License-Identifier: EUPL-1.2
"""What cannot be done with a handoff on a page, or in a file: RB-HANDOFF-010 to 039."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class ActedMeanwhile(DomainError):
    code = "RB-HANDOFF-010"
    cause = Text("Iemand anders was net eerder.", "Somebody else was just before you.")
    advice = Text("Kijk hieronder hoe het er nu voor staat.", "Look below at how things stand now.")


class ReceiverMissing(DomainError):
    code = "RB-HANDOFF-011"
    cause = Text("Er is nog niemand gekozen.", "Nobody is chosen yet.")
    advice = Text("Kies wie je wilt vragen.", "Choose whom you want to ask.")


class SenderMissing(DomainError):
    code = "RB-HANDOFF-012"
    cause = Text("Er is nog niemand die bij je blijft.", "Nobody stays with you yet.")
    advice = Text("Kies iemand, of kies jezelf.", "Choose someone, or choose yourself.")


class GoalMissing(DomainError):
    code = "RB-HANDOFF-013"
    cause = Text("We weten nog niet waar het om gaat.", "We do not know yet what it is about.")
    advice = Text("Schrijf het in een paar woorden.", "Write it in a few words.")


class DayPassed(DomainError):
    code = "RB-HANDOFF-014"
    cause = Text("Deze dag is al voorbij.", "This day is over.")
    advice = Text("Kies een dag die nog komt.", "Choose a day that is still to come.")


class DayNeeded(DomainError):
    code = "RB-HANDOFF-015"
    cause = Text("Er is nog geen dag gekozen.", "No day is chosen yet.")
    advice = Text("Kies een dag. Ongeveer mag ook.", "Choose a day. Roughly is fine.")


class NotAnAddress(DomainError):
    code = "RB-HANDOFF-016"
    cause = Text("Dit is geen mailadres.", "This is not a mail address.")
    advice = Text(
        "Kijk of er een @ in staat. Leeg laten mag.", "See whether it has an @. Empty is fine."
    )


class NothingChosen(DomainError):
    code = "RB-HANDOFF-017"
    cause = Text("Hier is nog niets gekozen.", "Nothing is chosen here yet.")
    advice = Text("Kies er één uit de lijst.", "Choose one from the list.")


class NotAskedHere(DomainError):
    """The same for what is not there, what was asked of others, and what is shown no longer."""

    code = "RB-HANDOFF-030"
    cause = Text(
        "In dit bestand staat een vraag die hier niet aan u is gesteld.",
        "This file holds a question that was not asked of you here.",
    )
    advice = Text(
        "Een overdracht begint bij de persoon. Vraag de persoon om haar hier te versturen.",
        "A handoff begins with the person. Ask the person to send it here.",
    )


class NothingInIt(DomainError):
    code = "RB-HANDOFF-031"
    cause = Text("In dit bestand staat geen overdracht.", "This file holds no handoff.")
    advice = Text(
        "Kies een bestand met een Task volgens het Gravity-profiel.",
        "Choose a file with a Task after the Gravity profile.",
    )


class NoFile(DomainError):
    code = "RB-HANDOFF-032"
    cause = Text(
        "Er kwam geen bestand mee, of het is te groot.", "No file came along, or it is too large."
    )
    advice = Text("Kies een bestand van hooguit 2 MB.", "Choose a file of at most 2 MB.")
