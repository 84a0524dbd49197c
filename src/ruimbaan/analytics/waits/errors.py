# SPDX-License-Identifier: EUPL-1.2
"""Why waiting cannot be split by cause (RB-WAIT)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class WaitsRefused(DomainError):
    """What is asked of waiting cannot be answered."""


class OpenItemUnclear(WaitsRefused):
    code = "RB-WAIT-001"
    cause = Text(
        '"{given}" zegt niet wat er openstond.', '"{given}" does not say what was open meanwhile.'
    )
    advice = Text(
        "Schrijf soort=begin of soort=begin..einde, met als soort: {kinds}.",
        "Write kind=beginning or kind=beginning..end, with as kind: {kinds}.",
    )


class OpenItemNowhere(WaitsRefused):
    code = "RB-WAIT-002"
    cause = Text('Geen activiteit begint met "{prefix}".', 'No activity begins with "{prefix}".')
    advice = Text(
        "In dit logboek staan onder meer: {there}.", "Among those in this log are: {there}."
    )


class NobodyDidIt(WaitsRefused):
    code = "RB-WAIT-003"
    cause = Text(
        "Nergens staat wie het deed: geen organisatie en geen uitvoerder.",
        "Nowhere does it say who did it: no organisation and no resource.",
    )
    advice = Text(
        "Zeg met --organisation of --resource in welke kolom dat staat.",
        "Say with --organisation or --resource in which column that is.",
    )
