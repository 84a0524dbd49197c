# SPDX-License-Identifier: EUPL-1.2
"""The words around what a log tells, on the terminal."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

COLUMNS = Text("Kolommen: {columns}", "Columns: {columns}")
ROWS = Text(
    "Rijen: {read}. Opzij gezet: {set_aside}. Hersteld: {repaired}. Gebeurtenissen: {events}.",
    "Rows: {read}. Set aside: {set_aside}. Repaired: {repaired}. Events: {events}.",
)
LOOK = Text(
    "`ruimbaan frictions check` noemt ze met reden en raad.",
    "`ruimbaan frictions check` names them with cause and advice.",
)
PRECISION = Text(
    "Tijden zijn fijn tot op: {unit} ({who}).", "Times are as fine as: {unit} ({who})."
)
DECLARED = Text("opgegeven", "declared")
SEEN = Text("gezien in het logboek", "seen in the log")
UNITS = {
    "microsecond": Text("microseconde", "microsecond"),
    "second": Text("seconde", "second"),
    "minute": Text("minuut", "minute"),
    "hour": Text("uur", "hour"),
    "day": Text("dag", "day"),
    "week": Text("week", "week"),
}
UNKNOWN_ORDER = Text(
    "Van {share} van de overgangen is de volgorde niet bekend ({unknown} van {pairs}).",
    "Of {share} of the transitions the order is unknown ({unknown} of {pairs}).",
)
TREATMENTS = {
    "set aside": Text("opzij gezet", "set aside"),
    "repaired": Text("hersteld", "repaired"),
    "kept": Text("gebleven", "kept"),
}
FINDING = Text("{code}  {count}×  {treatment}", "{code}  {count}×  {treatment}")
AT_ROWS = Text("Rij {rows}", "Row {rows}")
NOTHING = Text("Niets gevonden dat aandacht vraagt.", "Nothing found that asks for attention.")
COUNTS = Text(
    "Zaken: {cases}. Gebeurtenissen: {events}. Varianten: {variants}.",
    "Cases: {cases}. Events: {events}. Variants: {variants}.",
)
DURATION = Text(
    "De helft is klaar binnen {days} dagen, van eerste begin tot laatste einde. "
    "Wat nog loopt, telt tot zijn laatste gebeurtenis.",
    "Half are done within {days} days, from first start to last end. "
    "What still runs counts to its last event.",
)
COUNTING = Text("De stromen worden geteld…", "Counting the flows…")
TRANSITIONS = Text("Wat volgt op wat", "What follows what")
HANDOVERS = {
    "organisation": Text("Tussen organisaties", "Between organisations"),
    "resource": Text(
        "Tussen uitvoerders (geen organisaties in dit logboek)",
        "Between resources (this log has no organisations)",
    ),
}
REWORK = Text("Opnieuw gedaan", "Done again")
FROM, TO, TIMES = Text("Van", "From"), Text("Naar", "To"), Text("Keer", "Times")
MEAN, MEDIAN = Text("Gemiddeld (d)", "Mean (d)"), Text("Mediaan (d)", "Median (d)")
ACTIVITY, CASES = Text("Activiteit", "Activity"), Text("Zaken", "Cases")
MORE = Text("En nog {more}; --json geeft ze alle.", "And {more} more; --json has them all.")
WRITTEN = Text("{file}: {events} gebeurtenissen.", "{file}: {events} events.")
