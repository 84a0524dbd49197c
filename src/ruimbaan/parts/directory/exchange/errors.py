# SPDX-License-Identifier: EUPL-1.2
"""Why an import stops as a whole, and what does not wait (codes 17 to 19)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class ChangedMeanwhile(DomainError):
    code = "RB-KRT-017"
    cause = Text(
        "Terwijl je keek is de kaart van {region} veranderd. Er is niets ingelezen.",
        "While you looked, the map of {region} has changed. Nothing was imported.",
    )
    advice = Text("Lees opnieuw in en kijk nog eens.", "Import again and have another look.")


class UnknownRegion(DomainError):
    code = "RB-KRT-018"
    cause = Text('De regio "{region}" is er niet.', 'There is no region "{region}".')
    advice = Text("Kies uit: {known}.", "Choose from: {known}.")


class NotWaiting(DomainError):
    code = "RB-KRT-019"
    cause = Text(
        "In quarantaine staat geen nummer {number}.", "There is no number {number} in quarantine."
    )
    advice = Text(
        "`ruimbaan directory quarantine list` noemt wat er wacht.",
        "`ruimbaan directory quarantine list` says what waits.",
    )
