# SPDX-License-Identifier: EUPL-1.2
"""What cannot be done at the story desk: RB-STORY-010 to 019."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NothingGiven(DomainError):
    code = "RB-STORY-010"
    cause = Text("Je koos nog niets.", "You chose nothing yet.")
    advice = Text(
        "Kies een stuk, of schrijf het in je eigen woorden.",
        "Choose a piece, or write it in your own words.",
    )


class RegionNotChosen(DomainError):
    code = "RB-STORY-011"
    cause = Text("Je koos nog geen regio.", "You chose no region yet.")
    advice = Text("Kies wie je verhaal mag lezen.", "Choose who may read your story.")


class ReadMeanwhile(DomainError):
    code = "RB-STORY-012"
    cause = Text("De tekst veranderde net.", "The text has just changed.")
    advice = Text("Lees hem nog een keer. Kies dan.", "Read it once more. Then choose.")


class WriterGuesses(DomainError):
    code = "RB-STORY-013"
    cause = Text(
        "Wie aan dit verhaal schreef, weet al van wie het is.",
        "Who wrote on this story already knows whose it is.",
    )
    advice = Text("Vraag een ander om te raden.", "Ask somebody else to guess.")


class SameGiver(DomainError):
    code = "RB-STORY-014"
    cause = Text(
        "Twee van deze stukken zijn van dezelfde persoon.",
        "Two of these pieces are of the same person.",
    )
    advice = Text("Kies van elke persoon één stuk.", "Choose one piece of each person.")


class GiftInUse(DomainError):
    code = "RB-STORY-015"
    cause = Text(
        "Een van deze stukken is al in gebruik, of teruggenomen.",
        "One of these pieces is in use already, or was taken back.",
    )
    advice = Text("Open de lijst opnieuw en kies weer.", "Open the list again and choose again.")


class WordsMissingInStory(DomainError):
    code = "RB-STORY-016"
    cause = Text(
        "Een verhaal heeft een titel, een eerste zin en een tekst.",
        "A story has a title, a first sentence and a text.",
    )
    advice = Text("Vul alle drie in.", "Fill in all three.")


class ReasonMissing(DomainError):
    code = "RB-STORY-017"
    cause = Text("Er staat geen reden bij.", "There is no reason with it.")
    advice = Text(
        "Schrijf in één regel waarom niemand hieraan te herkennen is.",
        "Write in one line why nobody is known by this.",
    )
