# SPDX-License-Identifier: EUPL-1.2
"""The words around the directory in the terminal."""

from __future__ import annotations

from ruimbaan.core.directory.records.changes import Kind
from ruimbaan.core.kernel.texts import Text

READING = Text("Lezen", "Reading")
CHECKING = Text("Nakijken", "Checking")
STORING = Text("Opslaan", "Storing")
IN_ORDER = Text("Records in orde: {records}.", "Records in order: {records}.")
COUNTED = Text(
    "Geweigerd: {refused}. Om naar te kijken: {findings}.",
    "Refused: {refused}. To look at: {findings}.",
)
CHANGES = Text(
    "Nieuw: {added}. Veranderd: {changed}. Weg: {removed}. Geweigerd: {refused}.",
    "New: {added}. Changed: {changed}. Gone: {removed}. Refused: {refused}.",
)
NOTHING_STORED = Text("Er is niets opgeslagen.", "Nothing was stored.")
NOTHING_NEW = Text("Alles staat er al zo.", "All of it is there already.")
STOPPED = Text("Gestopt. Er is niets opgeslagen.", "Stopped. Nothing was stored.")
STORED = Text(
    "Opgeslagen in {region}. Wat geweigerd is, staat in quarantaine.",
    "Stored in {region}. What was refused is in quarantine.",
)
SURE = Text("Opslaan in {region}?", "Store in {region}?")
WRITTEN = Text("Geschreven: {records} records.", "Written: {records} records.")
TIMES = Text("{count} keer, eerst op {place}", "{count} times, first at {place}")
MORE = Text("En nog {more}. Met --json zie je alles.", "And {more} more. --json shows them all.")
KINDS = {
    Kind.ADDED: Text("nieuw", "new"),
    Kind.CHANGED: Text("veranderd", "changed"),
    Kind.REMOVED: Text("weg", "gone"),
}
