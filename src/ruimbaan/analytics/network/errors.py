# SPDX-License-Identifier: EUPL-1.2
"""Why nothing can be said of how organisations hang together (RB-NET)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NetworkRefused(DomainError):
    """What is asked of the network cannot be answered."""


class NoOrganisations(NetworkRefused):
    code = "RB-NET-001"
    cause = Text(
        "In dit logboek staan geen organisaties.", "There are no organisations in this log."
    )
    advice = Text(
        "Zeg met --organisation in welke kolom ze staan.",
        "Say with --organisation in which column they are.",
    )


class NoSuchOrganisation(NetworkRefused):
    code = "RB-NET-002"
    cause = Text(
        'Er is geen organisatie "{name}" om doorheen te kijken.',
        'There is no organisation "{name}" to look through.',
    )
    advice = Text(
        "In dit logboek staan onder meer: {there}.", "Among those in this log are: {there}."
    )


class KnownUnreadable(NetworkRefused):
    code = "RB-NET-003"
    cause = Text("{file} is niet te lezen: {reason}.", "{file} cannot be read: {reason}.")
    advice = Text(
        "Geef een tekst in UTF-8 met op elke regel de naam van één organisatie.",
        "Give a text in UTF-8 with the name of one organisation on each line.",
    )
