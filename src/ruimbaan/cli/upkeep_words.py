# SPDX-License-Identifier: EUPL-1.2
"""The words of upkeep in the terminal."""

from __future__ import annotations

from ruimbaan.core.directory.joining.queue import Why
from ruimbaan.core.kernel.texts import Text

QUEUE_COLUMNS = (
    Text("Routes", "Routes"),
    Text("Waarom", "Why"),
    Text("Code", "Code"),
    Text("Plek", "Place"),
    Text("Sinds", "Since"),
    Text("Erbij", "Note"),
)
WHY = {
    Why.DISPUTE: Text("klopt niet, zegt iemand", "somebody says it is wrong"),
    Why.CLAIM: Text("van ons, zegt iemand", "somebody says it is theirs"),
    Why.CONNECTION: Text("wil samenwerken", "wants to work together"),
    Why.DOUBLE: Text("staat er misschien twee keer", "may be here twice"),
    Why.UNCONFIRMED: Text("link nog niet geopend", "link not opened yet"),
    Why.STALE: Text("niet pas nagekeken", "not looked at lately"),
    Why.FRAGILE: Text("kwetsbaar", "fragile"),
    Why.GAP: Text("gezocht en niet gevonden", "looked for and not found"),
}
NOTHING_WAITS = Text("Er wacht niets.", "Nothing waits.")
REMINDED = Text(
    "{code} {name}: brief {number}, nagekeken op {verified_on}",
    "{code} {name}: letter {number}, seen on {verified_on}",
)
DRY = Text("Dit is een proef: er is niets geschreven.", "This is a trial: nothing was written.")
NOBODY_DUE = Text("Niemand is aan de beurt.", "It is nobody's turn.")
PROPOSED = Text(
    "Voorgesteld. {sender} en {receiver} krijgen een link om ja te zeggen.",
    "Proposed. {sender} and {receiver} get a link to agree.",
)
LINK_SENT = Text("{code} krijgt een link.", "{code} gets a link.")
SETTLED = Text("Opmerking {number} is afgehandeld.", "Remark {number} is settled.")
UNKNOWN_NUMBER = Text("Opmerking {number} is er niet.", "There is no remark {number}.")
