# SPDX-License-Identifier: EUPL-1.2
"""What cannot be done with a note or a pattern: RB-ROOM-040 to 059."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NothingNoted(DomainError):
    code = "RB-ROOM-040"
    cause = Text("Er staat nog niet wat u deed of liet.", "What you did or left is not there yet.")
    advice = Text("Schrijf het in één regel.", "Write it in one line.")


class BookFull(DomainError):
    code = "RB-ROOM-041"
    cause = Text("Er passen {most} notities in.", "{most} notes fit.")
    advice = Text("Haal er eerst een weg.", "Take one away first.")


class WroteMeanwhile(DomainError):
    code = "RB-ROOM-042"
    cause = Text("In een ander venster veranderde iets.", "Something changed in another window.")
    advice = Text("Probeer het nog een keer.", "Try it once more.")


class NotFromTheList(DomainError):
    code = "RB-ROOM-043"
    cause = Text("Hier is nog niets gekozen.", "Nothing is chosen here yet.")
    advice = Text("Kies uit de lijst.", "Choose from the list.")


class WeeksTheWrongWay(DomainError):
    code = "RB-ROOM-044"
    cause = Text("Deze dagen kunnen niet.", "These days are not possible.")
    advice = Text(
        "Kies eerst het begin, dan het einde.", "Choose the beginning first, then the end."
    )
