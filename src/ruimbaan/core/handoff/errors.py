# SPDX-License-Identifier: EUPL-1.2
"""What cannot be done with a handoff, and what to do instead."""

from __future__ import annotations

from ruimbaan.core.handoff.states import CALLED, State
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotPossible(DomainError):
    code = "RB-HANDOFF-001"
    cause = Text(
        "Deze stap kan niet vanaf “{begin}” naar “{end}”.",
        "This step is not possible from “{begin}” to “{end}”.",
    )
    advice = Text(
        "Ververs de pagina; misschien deed iemand anders al iets.",
        "Reload the page; somebody else may have acted already.",
    )

    def __init__(self, begin: State, end: State) -> None:
        super().__init__(begin=CALLED[begin], end=CALLED[end])


class NotYours(DomainError):
    code = "RB-HANDOFF-002"
    cause = Text("Deze stap is aan iemand anders.", "This step is for somebody else.")
    advice = Text("Kijk wie er nu aan zet is.", "Look whose turn it is.")


class ReasonMissing(DomainError):
    code = "RB-HANDOFF-003"
    cause = Text("Bij deze stap hoort een reden.", "This step needs a reason.")
    advice = Text("Kies wat het meest klopt.", "Choose what is closest.")


class NotAReason(DomainError):
    code = "RB-HANDOFF-004"
    cause = Text("Bij deze stap hoort geen reden.", "This step takes no reason.")
    advice = Text("Laat de reden weg.", "Leave the reason out.")


class PersonSaysSo(DomainError):
    code = "RB-HANDOFF-005"
    cause = Text(
        "Wat de persoon koos, zegt de persoon zelf.",
        "What the person chose is for the person to say.",
    )
    advice = Text(
        "Vraag de persoon, of kies een reden van uw eigen organisatie.",
        "Ask the person, or choose a reason of your own organisation.",
    )


class SomebodyIsThere(DomainError):
    code = "RB-HANDOFF-006"
    cause = Text("Er is al iemand voor je.", "Somebody is there for you already.")
    advice = Text(
        "Wil je iemand anders? Stop deze overdracht en begin een nieuwe.",
        "Would you like somebody else? Stop this handoff and begin a new one.",
    )
