# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong in joining and upkeep: RB-JOIN."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class UnknownEntry(DomainError):
    code = "RB-JOIN-001"
    cause = Text('In {region} staat geen plek "{name}".', 'There is no place "{name}" in {region}.')
    advice = Text(
        "`ruimbaan directory queue --region {region}` noemt de codes.",
        "`ruimbaan directory queue --region {region}` has the codes.",
    )


class NoAddress(DomainError):
    code = "RB-JOIN-002"
    cause = Text(
        "Van {name} is geen mailadres bekend.", "There is no mail address known for {name}."
    )
    advice = Text(
        "Geef het met `ruimbaan directory address --region {region} {name} ADRES`.",
        "Give it with `ruimbaan directory address --region {region} {name} ADDRESS`.",
    )


class AlreadyProposed(DomainError):
    code = "RB-JOIN-003"
    cause = Text(
        "De verbinding van {sender} naar {receiver} is al voorgesteld.",
        "The connection from {sender} to {receiver} was proposed already.",
    )
    advice = Text(
        "Wacht op hun antwoord, of bel ze. De brieven staan in `ruimbaan outbox list`.",
        "Wait for their answer, or call them. The letters are in `ruimbaan outbox list`.",
    )


class DoesNotFit(DomainError):
    code = "RB-JOIN-004"
    cause = Text(
        "Met deze wijziging past {name} niet meer in de regio: {reason}",
        "With this change {name} no longer fits the region: {reason}",
    )
    advice = Text(
        "Er is niets gewijzigd. Kijk de plek na, of kies een ander feit met --gives.",
        "Nothing was changed. Look at the place, or choose another fact with --gives.",
    )


class SamePlace(DomainError):
    code = "RB-JOIN-005"
    cause = Text(
        "{name} kan niet met zichzelf verbonden worden.", "{name} cannot be connected to itself."
    )
    advice = Text("Noem twee plekken.", "Name two places.")


class NotAnAddress(DomainError):
    code = "RB-JOIN-006"
    cause = Text("Dit is geen mailadres.", "This is no mail address.")
    advice = Text("Een mailadres heeft een @ in het midden.", "A mail address has an @ inside.")


class UnknownFact(DomainError):
    code = "RB-JOIN-007"
    cause = Text(
        'De regio {region} kent het feit "{fact}" niet.',
        'The region {region} does not know the fact "{fact}".',
    )
    advice = Text(
        "Neem een feit uit de wereld van de regio, of laat --gives weg.",
        "Take a fact of the region's world, or leave out --gives.",
    )
