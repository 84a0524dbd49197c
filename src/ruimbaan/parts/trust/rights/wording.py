# SPDX-License-Identifier: EUPL-1.2
"""Words of the rights: what a request is about, how it ended, and what is taken along."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.grants import Basis
from ruimbaan.parts.trust.rights.models import About, Outcome

ABOUT: Mapping[About, Text] = {
    About.WORK_NAME: Text("Mijn naam of mijn werk", "My name or my work"),
    About.LOG: Text("Een regel bij Wie keek?", "A line at Who looked?"),
    About.ORGANISATION: Text(
        "Wat een organisatie over zichzelf zegt", "What an organisation says of itself"
    ),
    About.OTHER: Text("Iets anders", "Something else"),
}
OUTCOME: Mapping[Outcome, Text] = {
    Outcome.DONE: Text("Gedaan", "Done"),
    Outcome.PARTLY: Text("Voor een deel gedaan", "Done in part"),
    Outcome.REFUSED: Text("Niet gedaan", "Not done"),
}
WAITING = Text("Wacht op antwoord", "Waits for an answer")
TAKEN_BACK = Text("Door jou teruggetrokken", "Taken back by you")
TAKEN_BACK_THERE = Text("Teruggetrokken door wie het vroeg", "Taken back by who asked it")

WHO = Text("Wie", "Who")
ORGANISATION = Text("Organisatie", "Organisation")
WHAT = Text("Wat", "What")
PURPOSE = Text("Waarvoor", "What for")
SINCE = Text("Vanaf", "From")
BASES: Mapping[Basis, Text] = {
    Basis.CONSENT: Text("Omdat ik ja zei", "Because I said yes"),
    Basis.LEGAL_TASK: Text("Omdat het een taak is in de wet", "Because it is a task in the law"),
    Basis.VITAL_INTEREST: Text("Omdat mijn leven in gevaar was", "Because my life was in danger"),
}
