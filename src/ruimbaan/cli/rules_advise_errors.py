# SPDX-License-Identifier: EUPL-1.2
"""Why no follow-up can be given."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotChanged(DomainError):
    code = "RB-ADV-001"
    cause = Text(
        "De regel {rule} is na deze cijfers niet veranderd.",
        "The rule {rule} did not change after these figures.",
    )
    advice = Text(
        "Geef met --changed de dag van de verandering, of wacht op een nieuwe versie in het "
        "regelboek.",
        "Give the day of the change with --changed, or wait for a new version in the rulebook.",
    )
