# SPDX-License-Identifier: EUPL-1.2
"""The words of a report about a log."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

TITLE = Text("Wat dit logboek vertelt", "What this log tells")
ABOUT = Text(
    "Dit verslag telt gebeurtenissen, geen mensen die iets goed of fout deden. Wat van minder dan "
    "tien mensen is, staat er niet in. Organisaties staan op volgorde van naam.",
    "This report counts events, not people who did well or badly. What is of fewer than ten people is "
    "not in it. Organisations stand in order of their names.",
)
LOG, EVENTS = Text("Logboek", "Log"), Text("Gebeurtenissen", "Events")
COURSES, SINCE = Text("Mensen of zaken", "People or files"), Text("Van", "From")
CUT, PRECISION = (
    Text("Tot en met", "Up to and with"),
    Text("Tijden zijn bekend per", "Times known by"),
)
SET_ASIDE = Text("Rijen terzijde gezet", "Rows set aside")
ORDER = Text("Volgorde onbekend", "Order unknown")
ORDER_SHARE = Text("{share} van wat op elkaar volgt", "{share} of what follows each other")
MADE = Text("Gemaakt op {day} met Ruimbaan {version}.", "Made on {day} with Ruimbaan {version}.")

FLOWS = Text("Wat volgt op wat", "What follows what")
FLOWS_LEAD = Text(
    "De weg die het vaakst wordt gegaan: {first} → {then}, {n} keer. De helft zit daar binnen {days} "
    "dagen tussen.",
    "The way that is gone most often: {first} → {then}, {n} times. Half of them have at most {days} days "
    "in between.",
)
FLOWS_PICTURE = Text(
    "Stappen van vroeg naar laat. Rechts gaat iemand verder, links gaat iemand terug. Hoe dikker, hoe "
    "vaker.",
    "Steps from early to late. On the right one goes on, on the left one goes back. The thicker, the more "
    "often.",
)
FLOWS_NOTE = Text(
    "Een pijl zegt wat er na elkaar in het logboek staat, niet wat waardoor kwam.",
    "An arrow says what stands in the log one after the other, not what came of what.",
)
FEW_PAIRS = Text(
    "{few} paren van minder dan tien mensen staan er niet in.",
    "{few} pairs of fewer than ten people are left out.",
)
ARC = Text("{n} keer, de helft binnen {days} dagen", "{n} times, half within {days} days")
NOTE = Text("{n}× · {days} d", "{n}× · {days} d")
FROM, TO, TIMES = Text("Van", "From"), Text("Naar", "To"), Text("Keer", "Times")
PEOPLE, MIDDLE = Text("Mensen", "People"), Text("Helft binnen (dagen)", "Half within (days)")
STEPS_TABLE = Text("Wat volgt op wat, als tabel", "What follows what, as a table")

THROUGH = Text("Hoe lang het duurt", "How long it takes")
THROUGH_LEAD = Text(
    "De helft is klaar binnen {half} dagen, negen van de tien binnen {nine} dagen.",
    "Half are done within {half} days, nine in ten within {nine} days.",
)
THROUGH_NOTE = Text(
    "Wat nog loopt, telt tot zijn laatste gebeurtenis. De echte duur is dus langer.",
    "What still runs counts to its last event. The real time is longer.",
)
THROUGH_PICTURE = Text(
    "Van elke tien: hoeveel klaar zijn na zoveel dagen.", "Of every ten: how many are done by when."
)
DONE, UP, ALONG = (
    Text("klaar", "done"),
    Text("van elke tien", "of every ten"),
    Text("dagen", "days"),
)
SHARE, DAYS = Text("Deel dat klaar is", "Share that is done"), Text("Dagen", "Days")

HANDOVERS = Text("Van de een naar de ander", "From one to another")
HANDOVERS_LEAD = Text(
    "{pairs} paren van organisaties volgen in dit logboek op elkaar, samen {n} keer.",
    "{pairs} pairs of organisations follow each other in this log, {n} times together.",
)
NO_ORGANISATIONS = Text(
    "Dit logboek noemt geen organisaties, of te weinig mensen gaan van de een naar de ander.",
    "This log names no organisations, or too few people go from one to another.",
)
HANDOVERS_NOTE = Text(
    "Na elkaar in een logboek is nog geen overdracht: dat zegt alleen een verwijzing.",
    "One after the other in a log is not a handover yet: only a referral says that.",
)

WAITING = Text("Waarop wordt gewacht", "What is waited for")
WAITING_LEAD = Text(
    "Samen {days} dagen gewacht, in {waits} keer. Het meeste komt door: {cause} ({share}).",
    "{days} days of waiting together, in {waits} times. Most comes from: {cause} ({share}).",
)
WAITING_NOTE = Text(
    "Een oorzaak is hier wat er in die tijd gaande was, geen schuld. Kalenderdagen.",
    "A cause is what was going on in that time, no blame. Calendar days.",
)
WAITING_PICTURE = Text(
    "Van elke honderd dagen wachten: hoeveel bij welke oorzaak.",
    "Of every hundred days of waiting: how many for which cause.",
)
NO_WAITING = Text(
    "Dit logboek zegt niet wie het werk deed. Wachten naar oorzaak kan dan niet.",
    "This log does not say who did the work. Then waiting by cause cannot be told.",
)

MEASURES = Text("Waar het wringt, in maten", "Where it chafes, in measures")
MEASURES_LEAD = Text(
    "Met dit logboek kan dat voor {possible} van de {all} maten. Bij de andere staat wat ervoor nodig is.",
    "This log allows {possible} of the {all} measures. The others say what they need.",
)
MEASURE, READING = Text("Maat", "Measure"), Text("Hoe u het leest", "How to read it")
VALUE, INTERVAL = Text("Waarde", "Value"), Text("Tussen", "Between")

QUALITY = Text("Hoe goed is dit logboek", "How good this log is")
QUALITY_CLEAN = Text("Er is niets op aan te merken.", "There is nothing to remark on.")
QUALITY_LEAD = Text(
    "Van {read} rijen zijn er {aside} terzijde gezet en {repaired} in een andere vorm gebruikt.",
    "Of {read} rows {aside} were set aside and {repaired} used in another form.",
)
FINDING, ROWS, ADVICE = Text("Wat", "What"), Text("Rijen", "Rows"), Text("Advies", "Advice")
SHARE_OF_WAITING = Text("Deel van het wachten", "Share of the waiting")
NOT_POSSIBLE = Text("Wat dit logboek niet kan zeggen", "What this log cannot say")
NEEDED = Text("Waarom niet", "Why not")
