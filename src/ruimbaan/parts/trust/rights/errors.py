# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a right: RB-TRUST-060 to 064."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NothingSaid(DomainError):
    code = "RB-TRUST-060"
    cause = Text("Er staat nog niets.", "There is nothing yet.")
    advice = Text(
        "Kies waar het over gaat. Schrijf wat niet klopt.",
        "Choose what it is about. Write what is wrong.",
    )


class TooLong(DomainError):
    code = "RB-TRUST-061"
    cause = Text("De tekst is te lang.", "The text is too long.")
    advice = Text("Maak hem korter dan {most} tekens.", "Make it shorter than {most} characters.")


class TooManyOpen(DomainError):
    code = "RB-TRUST-062"
    cause = Text("Je vroeg al {most} dingen.", "You asked {most} things already.")
    advice = Text(
        "Wacht op een antwoord, of trek er een terug.", "Wait for an answer, or take one back."
    )


class AlreadyAnswered(DomainError):
    code = "RB-TRUST-063"
    cause = Text("Dit verzoek is al klaar.", "This request is done already.")
    advice = Text("Open de lijst opnieuw.", "Open the list again.")


class RetentionFault(DomainError):
    code = "RB-TRUST-064"
    cause = Text(
        "De bewaarregels kloppen niet: {where}: {what}.",
        "The retention rules are wrong: {where}: {what}.",
    )
    advice = Text("Herstel retention.yaml.", "Mend retention.yaml.")
