# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with organisations, roles and invitations: RB-ACCOUNT (also core.trust.recovery)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class InvitationOver(DomainError):
    """Unknown, used, withdrawn and too old look the same."""

    code = "RB-ACCOUNT-006"
    cause = Text("Deze code werkt niet, of niet meer.", "This code does not work (any more).")
    advice = Text("Vraag om een nieuwe.", "Ask for a new one.")


class LastAdministrator(DomainError):
    code = "RB-ACCOUNT-007"
    cause = Text("Dit is de laatste beheerder.", "This is the last administrator.")
    advice = Text(
        "Nodig eerst een andere beheerder uit. Is die er, dan kan dit wel.",
        "Invite another administrator first. When they are there, this is possible.",
    )


class OrganisationEnded(DomainError):
    code = "RB-ACCOUNT-008"
    cause = Text("Deze organisatie is gestopt.", "This organisation has ended.")
    advice = Text("Kies een andere organisatie.", "Choose another organisation.")


class AlreadyThere(DomainError):
    code = "RB-ACCOUNT-009"
    cause = Text("Deze organisatie staat er al.", "This organisation is there already.")
    advice = Text("Open de organisatie in de lijst.", "Open the organisation in the list.")


class NotWithThisAccount(DomainError):
    code = "RB-ACCOUNT-010"
    cause = Text("Met dit account kan dat niet.", "That is not possible with this account.")
    advice = Text("Log uit, en begin met een nieuw account.", "Sign out, and begin a new account.")


class TooManyToday(DomainError):
    code = "RB-ACCOUNT-011"
    cause = Text("Vandaag is dit al heel vaak gedaan.", "This was done very often today.")
    advice = Text("Probeer het morgen weer.", "Try again tomorrow.")


class AdministratorIsThere(DomainError):
    code = "RB-ACCOUNT-012"
    cause = Text("Er is al een beheerder.", "There is an administrator already.")
    advice = Text(
        "Die nodigt anderen uit, op de pagina Beheer.",
        "They invite others, on the page Administration.",
    )
