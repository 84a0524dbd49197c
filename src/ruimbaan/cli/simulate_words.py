# SPDX-License-Identifier: EUPL-1.2
"""What `ruimbaan simulate` says."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

PLANNING = Text("Plannen maken", "Making plans")
LIVING = Text("Doorrekenen", "Working it out")
STOPPED = Text(
    "Gestopt. {done} van {all} keer is bewaard. Verder: ruimbaan simulate --resume {file}",
    "Stopped. {done} of {all} runs are kept. To go on: ruimbaan simulate --resume {file}",
)
STOPPED_AT_ONCE = Text(
    "Gestopt voordat er iets was om te bewaren.", "Stopped before there was anything to keep."
)
KEPT_ALREADY = Text(
    "hier is al iets bewaard; ga daarmee door met --resume, of kies een ander bestand met --keep",
    "something is kept here already; go on with it by --resume, or choose another file with --keep",
)
KEPT_THERE = Text(
    "hier wordt bewaard wat klaar is; kies een ander bestand met --out",
    "what is done is kept here; choose another file with --out",
)
WRITTEN = Text("Geschreven: {file}", "Written: {file}")
HOW = Text(
    "{people} bedachte mensen in {years} jaar, {runs} keer doorgerekend.",
    "{people} made-up people in {years} years, worked out {runs} times.",
)
REACHED = Text("Van elke 100 doelen bereikt", "Of every 100 goals reached")
AFTER_WEEKS = Text("Weken na het begin", "Weeks after the beginning")
BEFORE = Text("Nu", "Now")
AFTER = Text("Dan", "Then")
DIFFERENCE = Text("Verschil (95%)", "Difference (95%)")
WAITS = Text("Dagen wachten op een plek", "Days waiting for a place")
SERVICE = Text("Bij", "At")
STATED = Text("Zelf opgegeven", "Stated")
READING = Text(
    "Tussen haakjes: tussen welke twee 8 van de 10 keer liggen. Achter het verschil: waar het midden "
    "van steeds meer keren ligt, 95 van de 100 keer.",
    "In brackets: between which two 8 of 10 runs lie. After the difference: where the mean of ever "
    "more runs lies, 95 times in 100.",
)
LEFT_OUT = Text(
    "Niet meegerekend: terugval, mensen die onderweg stoppen, hoe goed hulp is, en wat andere regio's doen.",
    "Left out: relapse, people who stop on the way, how good support is, and what other regions do.",
)
