# SPDX-License-Identifier: EUPL-1.2
"""The words around rules in the terminal."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.remarks import RemarkKind, Severity
from ruimbaan.core.rules.rulebook import Status
from ruimbaan.core.rules.rulebook_diff import ChangeKind

RULES = Text("Regels", "Rules")
RULE = Text("Regel", "Rule")
LAYER = Text("Laag", "Layer")
OWNER = Text("Van", "Owner")
SURE = Text("Hoe zeker", "How sure")
SENTENCE = Text("In één zin", "In one sentence")
ACCOUNT = Text("Bij zo'n regel", "With such a rule")
ROOM = Text("Ruimte", "Room")
GROUND = Text("Grond", "Ground")
MANDATE = Text("Wie beslist", "Who decides")
SOURCE = Text("Bron", "Source")
VERIFY = Text("Nog na te kijken", "Still to check")
VERSIONS = Text("Versies", "Versions")
FILE = Text("Bestand", "File")
CHECKED = Text("(gelezen op {day})", "(read on {day})")
PERIOD = Text("van {begins} tot {ends}", "from {begins} until {ends}")
CHANGES = Text("Wat veranderde", "What changed")
KEY = Text("Sleutel", "Key")
WAS = Text("Was", "Was")
BECAME = Text("Werd", "Became")
SAME = Text("Geen verschil.", "No difference.")
ORDER_ONLY = Text("volgorde van zoeken", "order of the search")
KIND = Text("Wat", "What")
ABOUT = Text("Waarover", "About")
SAYS = Text("Bevinding", "Finding")
OPENS = Text("Opent het: {rules}.", "Opens it: {rules}.")
OPENS_BY = Text("Opent het: {rules}. Wie: {who}.", "Opens it: {rules}. Who: {who}.")
SEEN_FROM = Text("Gezien vanuit: {starts}.", "Seen from: {starts}.")
COUNTED = Text(
    "Fouten: {error}, waarschuwingen: {warning}, opmerkingen: {note}.",
    "Errors: {error}, warnings: {warning}, notes: {note}.",
)
PLAIN = {
    "title": Text("De regel", "The rule"),
    "means_for_you": Text("Wat betekent dit voor mij?", "What does this mean for me?"),
    "why": Text("Waarom bestaat deze regel?", "Why does this rule exist?"),
    "room": Text("Wat kan wel?", "What is possible?"),
    "who_can_say_yes": Text("Wie kan ja zeggen?", "Who can say yes?"),
    "say_this": Text("Dit kun je zeggen", "You can say this"),
    "point_at": Text("Wijs dit aan op papier", "Point at this on paper"),
    "account": Text("Zo verantwoord je het", "How to account for it"),
}
STATUS = {
    Status.VERIFIED: Text("nagelezen", "read"),
    Status.TO_VERIFY: Text("te verifiëren", "to be verified"),
    Status.FICTIONAL: Text("verzonnen", "made up"),
}
CHANGE = {
    ChangeKind.NEW: Text("nieuw", "new"),
    ChangeKind.GONE: Text("weg", "gone"),
    ChangeKind.CHANGED: Text("veranderd", "changed"),
}
SEVERITY = {
    Severity.ERROR: Text("Te herstellen", "To be mended"),
    Severity.WARNING: Text("Om over te beslissen", "To be decided on"),
    Severity.NOTE: Text("Goed om te weten", "Good to know"),
}
KINDS = {
    RemarkKind.TEXT_MISSING: Text("tekst ontbreekt", "text missing"),
    RemarkKind.NOT_PLAIN: Text("niet eenvoudig", "not plain"),
    RemarkKind.NO_SOURCE: Text("bron ontbreekt", "source missing"),
    RemarkKind.TO_VERIFY: Text("na te kijken", "to check"),
    RemarkKind.AGAINST_HIGHER_RULE: Text("botst met hogere regel", "against a higher rule"),
    RemarkKind.ASKS_MORE_THAN_ITS_HOOK: Text("telt anders dan grond", "asks other than its ground"),
    RemarkKind.DEAD_RULE: Text("verandert niets", "changes nothing"),
    RemarkKind.UNREACHABLE_GOAL: Text("onbereikbaar", "out of reach"),
    RemarkKind.DEADLOCK: Text("klem", "deadlock"),
    RemarkKind.EXPIRES_FOR_GOOD: Text("verloopt voorgoed", "expires for good"),
}
