# SPDX-License-Identifier: EUPL-1.2
"""The words around waiting by cause, on the terminal."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

SPLITTING = Text("Het wachten wordt verdeeld over oorzaken…", "Splitting the waits by cause…")
COUNTS = Text(
    "{waits} keer gewacht, samen {days} dagen, in {courses} zaken.",
    "{waits} waits, {days} days together, in {courses} courses.",
)
BY = {
    "resource": Text(
        "Wie het werk deed is de uitvoerder in dit logboek.",
        "Work is taken to be done by the resources of this log.",
    ),
    "organisation": Text(
        "Dit logboek kent geen uitvoerders: een organisatie telt als één. "
        "Dat iemand bezig was, is dan een bovengrens.",
        "This log knows no resources: an organisation counts as one. "
        "That somebody was busy is an upper limit then.",
    ),
}
EFFICIENCY = Text(
    "Van alle tijd is {share} werk, de rest is wachten.",
    "Of all time {share} is work, the rest is waiting.",
)
NO_WORK = Text(
    "Dit logboek zegt niet hoe lang werk duurt; welk deel van de tijd werk is, is niet bekend.",
    "This log does not say how long work takes; what share of the time is work is unknown.",
)
TITLE = Text("Waarop mensen wachten", "What people wait for")
CAUSE, DAYS, SHARE = Text("Oorzaak", "Cause"), Text("Dagen", "Days"), Text("Deel", "Share")
WAITS = Text("Keer", "Times")
WITHOUT = Text("Werk zonder dit", "Work without it")
CAUSES = {
    "batching": Text("opsparen tot een groep", "saved up for a batch"),
    "contention": Text("bezig voor wie eerder klaar was", "busy for who was ready before"),
    "prioritization": Text("bezig voor wie later klaar was", "busy for who was ready later"),
    "unavailability": Text("dicht op die dag van de week", "closed on that day of the week"),
    "decision": Text("open: indicatie of besluit", "open: indication or decision"),
    "funding": Text("open: geld", "open: funding"),
    "capacity": Text("open: geen plek", "open: no place"),
    "document": Text("open: een papier", "open: a document"),
    "client": Text("open: de persoon zelf", "open: the person"),
    "unknown": Text("niet bekend", "unknown"),
}
BEFORE = Text("Waarvoor het langst is gewacht", "What was waited for longest")
ACTIVITY = Text("Activiteit", "Activity")
MOST = Text("Meest door", "Mostly by")
MORE = Text("En nog {more}; --json geeft ze alle.", "And {more} more; --json has them all.")
ONLY_ENDED = Text(
    "Alleen wachten dat voorbij is, staat erin. Wie nu nog wacht, staat niet in een logboek.",
    "Only waits that ended are in it. Who still waits is not in a log.",
)
NOT_ASKED = Text(
    "Wat er intussen openstond, is niet gevraagd: dat kan met --open.",
    "What was open meanwhile was not asked: that can be done with --open.",
)
