# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with figures that were released."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class ReleaseDamaged(DomainError):
    code = "RB-INSIGHT-001"
    cause = Text(
        "De cijfers in {name} zijn niet meer wat er is nagerekend ({reason}).",
        "The figures in {name} are no longer what was audited ({reason}).",
    )
    advice = Text(
        "We tonen ze niet. Zet het bestand en het verslag ernaast terug uit de reservekopie.",
        "We do not show them. Put the file and the report beside it back from the backup.",
    )


class NotYet(DomainError):
    code = "RB-INSIGHT-002"
    cause = Text("{day} moet nog komen.", "{day} is still to come.")
    advice = Text(
        "Geef een dag die voorbij is. Alleen hele weken tellen mee.",
        "Give a day that is past. Only whole weeks count.",
    )
