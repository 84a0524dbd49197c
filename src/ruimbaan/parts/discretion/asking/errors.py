# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with what was filled in to ask for room, that only the pages know of."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class PlaceNotInList(DomainError):
    code = "RB-ROOM-032"
    cause = Text(
        "De gekozen plek staat niet meer in de lijst.",
        "The chosen place is not in the list any more.",
    )
    advice = Text("Zoek opnieuw. Kies dan een plek.", "Search again. Then choose a place.")
