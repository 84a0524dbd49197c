# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong when two begin together."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NothingFilledIn(DomainError):
    code = "RB-JOURNEY-060"
    cause = Text("Er is nog niets ingevuld.", "Nothing is filled in yet.")
    advice = Text(
        "Vul één ding in, of geef een startcode op papier.",
        "Fill in one thing, or give a start code on paper.",
    )


class NotSaidByThePerson(DomainError):
    code = "RB-JOURNEY-061"
    cause = Text(
        "De persoon zei nog niet dat dit van hem of haar is.",
        "The person has not said yet that this is theirs.",
    )
    advice = Text(
        "Laat de persoon zelf het vinkje zetten en op de knop drukken.",
        "Let the person tick the box and press the button.",
    )


class TooManyDrafts(DomainError):
    code = "RB-JOURNEY-062"
    cause = Text("Er staan nu te veel codes open.", "Too many codes are open now.")
    advice = Text(
        "Wacht een uur, of begin op dit scherm.", "Wait an hour, or begin on this screen."
    )
