# SPDX-License-Identifier: EUPL-1.2
"""How a request for room is said: to who works (B1) and to the person (A2)."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.discretion.asking import Effect, State
from ruimbaan.core.kernel.texts import Text

TO_WORK: Mapping[State, Text] = {
    State.PROPOSED: Text(
        "Wacht op het ja van de persoon. Er is nog niets verstuurd.",
        "Waits for the yes of the person. Nothing was sent yet.",
    ),
    State.DECLINED: Text(
        "De persoon wil dit niet. Er is niets verstuurd.",
        "The person does not want this. Nothing was sent.",
    ),
    State.ASKED: Text("Verstuurd. Er is nog geen antwoord.", "Sent. There is no answer yet."),
    State.WITH_DEPUTY: Text(
        "Er kwam geen antwoord. De vraag ligt nu bij de vervanger.",
        "No answer came. The request is now with the deputy.",
    ),
    State.YES: Text("Het antwoord is ja.", "The answer is yes."),
    State.YES_BUT: Text("Het antwoord is: ja, maar …", "The answer is: yes, but …"),
    State.NO: Text("Het antwoord is: nee, want …", "The answer is: no, because …"),
    State.UNANSWERED: Text(
        "Er kwam geen antwoord. Stilte is geen ja.", "No answer came. Silence is not a yes."
    ),
    State.WITHDRAWN: Text("Ingetrokken.", "Withdrawn."),
    State.TAKEN_BACK: Text(
        "Het ja is teruggenomen, met een reden.", "The yes was taken back, with a reason."
    ),
}
TO_PERSON: Mapping[State, Text] = {
    State.PROPOSED: Text(
        "Dit wacht op jou. Er is nog niets verstuurd.", "This waits for you. Nothing was sent yet."
    ),
    State.DECLINED: Text("Jij zei nee. Er is niets verstuurd.", "You said no. Nothing was sent."),
    State.ASKED: Text("Er is nog geen antwoord.", "There is no answer yet."),
    State.WITH_DEPUTY: Text(
        "Er kwam geen antwoord. Nu is het aan de vervanger.",
        "No answer came. Now it is up to the deputy.",
    ),
    State.YES: Text("Het antwoord is ja.", "The answer is yes."),
    State.YES_BUT: Text(
        "Het antwoord is ja. Er hoort iets bij.", "The answer is yes. Something comes with it."
    ),
    State.NO: Text("Het antwoord is nee.", "The answer is no."),
    State.UNANSWERED: Text(
        "Er kwam geen antwoord. Stilte is geen ja.", "No answer came. Silence is not a yes."
    ),
    State.WITHDRAWN: Text("De vraag is ingetrokken.", "The request was withdrawn."),
    State.TAKEN_BACK: Text("Het was ja. Dat is teruggenomen.", "It was yes. That was taken back."),
}
EFFECTS: Mapping[Effect, Text] = {
    Effect.HELPED: Text("Het hielp", "It helped"),
    Effect.PARTLY: Text("Het hielp een beetje", "It helped a little"),
    Effect.NOTHING: Text("Het deed niets", "It did nothing"),
    Effect.WORSE: Text("Het werd moeilijker", "It became harder"),
    Effect.NOT_USED: Text("Het was niet nodig", "It was not needed"),
}
NO_REASON = Text(
    "Er staat geen reden bij. Vraag ernaar: een nee hoort met reden op papier.",
    "No reason was given. Ask for it: a no belongs on paper, with a reason.",
)
"""Beside a no without words."""
