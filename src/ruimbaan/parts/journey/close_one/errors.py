# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with notes of a close one."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class TooManyNotes(DomainError):
    code = "RB-JOURNEY-030"
    cause = Text("Er staan al {most} notities.", "There are {most} notes already.")
    advice = Text("Haal eerst een oude notitie weg.", "Take an old note away first.")


class NoteChangedMeanwhile(DomainError):
    code = "RB-JOURNEY-031"
    cause = Text(
        "Deze notitie is in een ander venster veranderd.",
        "This note was changed in another window.",
    )
    advice = Text(
        "Jouw woorden staan hieronder. Bewaar nog een keer.",
        "Your words are below. Save once more.",
    )
