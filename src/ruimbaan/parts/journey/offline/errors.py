# SPDX-License-Identifier: EUPL-1.2
"""Why reading without internet is not turned on."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotSaidToBeOwn(DomainError):
    code = "RB-JOURNEY-050"
    cause = Text(
        "Je zei nog niet dat dit jouw eigen apparaat is.",
        "You have not said yet that this is your own device.",
    )
    advice = Text(
        "Zet een vinkje als dat zo is. Anders kan het niet.",
        "Tick the box if it is. Otherwise this cannot be done.",
    )


class NotForWork(DomainError):
    code = "RB-JOURNEY-051"
    cause = Text(
        "Met een account voor werk kan dit niet.", "This cannot be done with an account for work."
    )
    advice = Text(
        "Gebruik hiervoor een eigen account, zonder werk.",
        "Use an account of your own for this, without work.",
    )
