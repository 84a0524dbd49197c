# SPDX-License-Identifier: EUPL-1.2
"""The words of handoffs: for the person in the plainest Dutch, for who works in plain Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.handoff.states import By, State, Verdict
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class StateWords:
    """The same moment for the person, for who stays, and for the receiver. They may name {ontvanger},
    {afzender}, {datum} and {reden}."""

    person: Text
    sender: Text
    receiver: Text


STATES: Mapping[State, StateWords] = {
    State.DRAFT: StateWords(
        Text("Dit is nog niet verstuurd.", "This has not been sent yet."),
        Text("Nog niet verstuurd.", "Not sent yet."),
        Text("U ziet nog niets.", "You see nothing yet."),
    ),
    State.REQUESTED: StateWords(
        Text(
            "Je vraag ligt bij {ontvanger}. Antwoord komt uiterlijk {datum}.",
            "Your question is with {ontvanger}. The answer comes by {datum}.",
        ),
        Text(
            "Verstuurd. {ontvanger} heeft tijd tot en met {datum}. U blijft aan zet.",
            "Sent. {ontvanger} has until {datum}. It stays with you.",
        ),
        Text(
            "Antwoord graag uiterlijk {datum}. Ook een nee helpt verder.",
            "Please answer by {datum}. A no helps too.",
        ),
    ),
    State.RECEIVED: StateWords(
        Text(
            "{ontvanger} heeft je vraag gezien. Een antwoord komt nog.",
            "{ontvanger} has seen your question. An answer is still to come.",
        ),
        Text(
            "Gezien door {ontvanger}. Gezien is nog geen ja. Antwoord komt uiterlijk {datum}.",
            "Seen by {ontvanger}. Seen is not yet a yes. An answer comes by {datum}.",
        ),
        Text(
            "U hebt de vraag gezien. Kies ja, nee met reden, of een andere dag.",
            "You have seen the question. Choose yes, no with a reason, or another day.",
        ),
    ),
    State.ON_HOLD: StateWords(
        Text(
            "{ontvanger} vraagt tijd tot {datum}. Je plek in de rij blijft.",
            "{ontvanger} asks for time until {datum}. Your place in line stays.",
        ),
        Text(
            "{ontvanger} vraagt tijd tot {datum}: {reden} Zorg voor iemand in de tussentijd.",
            "{ontvanger} asks for time until {datum}: {reden} Arrange someone for the meantime.",
        ),
        Text("U vroeg tijd tot {datum}.", "You asked for time until {datum}."),
    ),
    State.ACCEPTED: StateWords(
        Text(
            "{ontvanger} zegt ja. Jullie maken kennis op {datum}.",
            "{ontvanger} says yes. You will meet on {datum}.",
        ),
        Text(
            "{ontvanger} zegt ja, met een kennismaking op {datum}. U blijft tot die dag.",
            "{ontvanger} says yes, with a first meeting on {datum}. You stay until that day.",
        ),
        Text(
            "U zei ja, met een kennismaking op {datum}.",
            "You said yes, with a first meeting on {datum}.",
        ),
    ),
    State.IN_PROGRESS: StateWords(
        Text(
            "{ontvanger} zocht contact met je.",
            "{ontvanger} reached out to you.",
        ),
        Text(
            "Er is contact. Klaar is het als de persoon de ontmoeting bevestigt.",
            "There is contact. It is done when the person confirms the meeting.",
        ),
        Text(
            "Contact genoteerd. De persoon bevestigt zelf dat u elkaar hebt ontmoet.",
            "Contact noted. The person will confirm that you have met.",
        ),
    ),
    State.MET: StateWords(
        Text(
            "Jullie hebben elkaar ontmoet. {ontvanger} is er nu voor je.",
            "You have met. {ontvanger} is there for you now.",
        ),
        Text(
            "De persoon bevestigt de ontmoeting. U mag loslaten.",
            "The person confirms the meeting. You may let go.",
        ),
        Text(
            "De persoon bevestigt de ontmoeting. U bent nu het eerste aanspreekpunt.",
            "The person confirms the meeting. You are the first contact now.",
        ),
    ),
    State.COMPLETED: StateWords(
        Text("Deze overdracht is klaar.", "This handoff is done."),
        Text("Afgerond. Niemand viel ertussen.", "Done. Nobody fell in between."),
        Text("Afgerond.", "Done."),
    ),
    State.REJECTED: StateWords(
        Text(
            "{ontvanger} zegt nee. {reden} Dat ligt niet aan jou.",
            "{ontvanger} says no. {reden} It is not because of you.",
        ),
        Text(
            "{ontvanger} zegt nee: {reden} U blijft aan zet. Zoek samen de volgende weg.",
            "{ontvanger} says no: {reden} It stays with you. Look for the next way together.",
        ),
        Text(
            "U zei nee, met een reden. U ziet nu niets meer.", "You said no. You see no more now."
        ),
    ),
    State.FAILED: StateWords(
        Text(
            "Deze overdracht is niet gelukt. Dat ligt niet aan jou.",
            "This handoff did not work. It is not because of you.",
        ),
        Text("Niet gelukt: {reden} U blijft aan zet.", "Did not work: {reden} It stays with you."),
        Text("Niet gelukt. De afzender weet het.", "Did not work. The sender knows."),
    ),
    State.CANCELLED: StateWords(
        Text("Deze overdracht is gestopt. {reden}", "This handoff was stopped. {reden}"),
        Text("Gestopt: {reden} U blijft aan zet.", "Stopped: {reden} It stays with you."),
        Text("Gestopt. U hoeft niets te doen.", "Stopped. You need not do anything."),
    ),
    State.CANCELLED_BY_PERSON: StateWords(
        Text(
            "Je hebt dit gestopt. Dat mag. Je mag later opnieuw beginnen.",
            "You stopped this. That is fine. You may start again later.",
        ),
        Text(
            "De persoon kiest nu iets anders. Een reden is niet nodig.",
            "The person chooses something else now. No reason is needed.",
        ),
        Text(
            "De vraag is ingetrokken. U hoeft niets te doen.",
            "The question was withdrawn. You need not do anything.",
        ),
    ),
    State.ENTERED_IN_ERROR: StateWords(
        Text(
            "Dit was een vergissing. Het telt niet mee.", "This was a mistake. It does not count."
        ),
        Text("Een vergissing.", "A mistake."),
        Text("Dit was een vergissing van de afzender.", "This was the sender's mistake."),
    ),
}
OPEN_REQUEST = Text(
    "Je vraag staat open. Wie kan helpen, mag zich melden.",
    "Your question is open. Who can help may step forward.",
)
STEPPED_FORWARD = Text(
    "{ontvanger} wil je helpen. Zij zien deze vraag nog niet.",
    "{ontvanger} wants to help you. They do not see this question yet.",
)
STEPPED_FORWARD_BEFORE = Text("{ontvanger} wil je helpen.", "{ontvanger} wants to help you.")
STEPPED_FORWARD_SENDER = Text(
    "{ontvanger} wil helpen. De persoon kiest of zij de vraag zien.",
    "{ontvanger} wants to help. The person chooses whether they see the question.",
)
STOPPED = Text(
    "Je deelt deze vraag niet meer. {ontvanger} ziet je vraag niet.",
    "You no longer share this question. {ontvanger} does not see your question.",
)
STOPPED_SENDER = Text(
    "{ontvanger} ziet de vraag niet meer. Bespreek met de persoon wat kan.",
    "{ontvanger} no longer sees the question. Discuss with the person what is possible.",
)
SILENT = Text(
    "{ontvanger} antwoordt nog niet. Dat ligt niet aan jou.",
    "{ontvanger} has not answered yet. It is not because of you.",
)
SILENT_SENDER = Text(
    "{ontvanger} had tot en met {datum}. Bel, of kies samen de volgende weg.",
    "{ontvanger} had until {datum}. Call, or choose the next way together.",
)


ASKS: Mapping[Ask, Text] = {
    Ask.SUPPORT: Text("Steun of een plek", "Support or a place"),
    Ask.TREATMENT_TALK: Text("Een eerste gesprek over behandeling", "A first talk about treatment"),
    Ask.WMO_ENQUIRY: Text("Hulp van de gemeente: melden", "Help of the municipality: report"),
    Ask.WMO_DECISION: Text("Een besluit van de gemeente", "A decision of the municipality"),
    Ask.DEBT_TALK: Text("Hulp bij schulden", "Help with debts"),
    Ask.DEBT_TALK_URGENT: Text("Hulp bij schulden, met haast", "Help with debts, with haste"),
}
ASK_HELP: Mapping[Ask, Text] = {
    Ask.TREATMENT_TALK: Text("Het gesprek komt binnen 4 weken.", "The talk comes within 4 weeks."),
    Ask.WMO_ENQUIRY: Text("De gemeente heeft 6 weken.", "The municipality has 6 weeks."),
    Ask.WMO_DECISION: Text("De gemeente heeft 2 weken.", "The municipality has 2 weeks."),
    Ask.DEBT_TALK: Text("Een gesprek komt binnen 4 weken.", "A talk comes within 4 weeks."),
    Ask.DEBT_TALK_URGENT: Text(
        "Je huis, stroom, water of zorgverzekering. Dan binnen 3 werkdagen.",
        "Your home, power, water or health insurance. Then within 3 working days.",
    ),
}
VERDICTS: Mapping[Verdict, Text] = {
    Verdict.HELPED: Text("Ja, hier heb ik iets aan", "Yes, this helps me"),
    Verdict.PARTLY: Text("Een beetje", "A little"),
    Verdict.NOT: Text("Nee, dit is het niet", "No, this is not it"),
}
MYSELF = Text("Ikzelf", "I do")
SOMEBODY = Text("de plek die je vroeg", "the place you asked")
SOMEWHERE = Text("de gevraagde plek", "the place that was asked")
ANYBODY = Text("wie kan helpen", "who can help")
GONE = Text("iemand die hier niet meer is", "someone who is no longer here")
ENDS: Mapping[State, Text] = {
    State.NEW: Text("Nieuw", "New"),
    State.DRAFT: Text("Gemaakt", "Made"),
    State.REQUESTED: Text("Verstuurd", "Sent"),
    State.RECEIVED: Text("Gezien", "Seen"),
    State.ON_HOLD: Text("Andere dag gevraagd", "Asked for another day"),
    State.ACCEPTED: Text("Ja gezegd", "Said yes"),
    State.IN_PROGRESS: Text("Contact", "Contact"),
    State.MET: Text("Ontmoet", "Met"),
    State.COMPLETED: Text("Klaar", "Done"),
    State.REJECTED: Text("Nee gezegd", "Said no"),
    State.FAILED: Text("Niet gelukt", "Did not work"),
    State.CANCELLED: Text("Gestopt", "Stopped"),
    State.CANCELLED_BY_PERSON: Text("Door jou gestopt", "Stopped by you"),
    State.ENTERED_IN_ERROR: Text("Een vergissing", "A mistake"),
}
SIDES: Mapping[By, Text] = {
    By.PERSON: Text("Jij", "You"),
    By.SENDER: Text("Wie bij je blijft", "Who stays with you"),
    By.RECEIVER: Text("De plek die je vroeg", "The place you asked"),
}
