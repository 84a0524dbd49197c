# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a yes to counting along."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NoRegionChosen(DomainError):
    code = "RB-COUNT-001"
    cause = Text("Je koos nog geen regio.", "You chose no region yet.")
    advice = Text(
        "Kies de regio waar je steun zoekt. Daarna kun je meetellen.",
        "Choose the region where you look for support. Then your steps can count.",
    )
