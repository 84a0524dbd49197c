# SPDX-License-Identifier: EUPL-1.2
"""Why a link cannot be made or does not last as long: RB-TRUST-080 to 089."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class LinkShownAlready(DomainError):
    code = "RB-TRUST-080"
    cause = Text(
        "Deze link is al gemaakt. Je ziet hem maar één keer.",
        "This link was made already. You see it only once.",
    )
    advice = Text(
        "Ben je hem kwijt? Stop hem en maak een nieuwe.", "Lost it? Stop it and make a new one."
    )


class TooManyLinks(DomainError):
    code = "RB-TRUST-081"
    cause = Text("Er staan al {most} links open.", "There are {most} open links already.")
    advice = Text("Stop eerst een link.", "Stop a link first.")


class LinkEndsSooner(DomainError):
    code = "RB-TRUST-082"
    cause = Text("Deze link stopt eerder dan die dag.", "This link ends before that day.")
    advice = Text(
        "Kies een eerdere dag of maak een nieuwe link.", "Choose an earlier day or make a new link."
    )


class CodeNotRight(DomainError):
    code = "RB-TRUST-083"
    cause = Text("Deze code klopt niet.", "This code is not right.")
    advice = Text(
        "Vraag de code aan wie je de link gaf. Je kunt nog {left} keer proberen.",
        "Ask who gave you the link for the code. You can try {left} more times.",
    )
