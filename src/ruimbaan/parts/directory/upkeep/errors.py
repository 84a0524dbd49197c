# SPDX-License-Identifier: EUPL-1.2
"""Why something cannot be taken back: RB-KRT-103 and 104."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotDone(DomainError):
    code = "RB-KRT-103"
    cause = Text(
        "In {region} is geen handeling {number} die terug kan.",
        "In {region} there is no deed {number} that can be taken back.",
    )
    advice = Text(
        "Kijk in de lijst van wat is gedaan. Misschien was een collega u voor.",
        "Look at the list of what was done. Perhaps a colleague was first.",
    )


class ChangedSinceThen(DomainError):
    code = "RB-KRT-104"
    cause = Text(
        "Dit kan niet meer terug: daarna is er weer iets aan veranderd.",
        "This cannot be taken back any more: it was changed again since then.",
    )
    advice = Text(
        "Er is niets gewijzigd. Neem eerst de latere wijziging terug.",
        "Nothing was changed. Take back the later change first.",
    )
