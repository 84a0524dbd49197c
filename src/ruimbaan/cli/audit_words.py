# SPDX-License-Identifier: EUPL-1.2
"""What `ruimbaan audit` says."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.kernel.texts import Text

KEPT_BY = Text("Bewaard door: {place}", "Kept by: {place}")
NOT_KEPT_BY = Text("Niet bewaard door: {place}", "Not kept by: {place}")
KEPT_BY_NOBODY = Text(
    "Niemand bewaart dit anker. Stel RUIMBAAN_ANCHOR_FILES of RUIMBAAN_ANCHOR_MAIL in.",
    "Nobody keeps this anchor. Set RUIMBAAN_ANCHOR_FILES or RUIMBAAN_ANCHOR_MAIL.",
)
LOOKING = Text("Nakijken", "Looking")
SEEN = Text("{rows} rijen in {chains} ketens.", "{rows} rows in {chains} chains.")
WHOLE = Text("Alles past.", "All fits.")
PROVEN = Text("Bewezen tot en met {at}.", "Proven up to {at}.")
PROVES_NOTHING = Text(
    "Niets is bewezen: geef ankers die iemand anders bewaart.",
    "Nothing is proven: give anchors that somebody else keeps.",
)
KEPT = Text("Nieuwe ankers bewaard: {count}.", "New anchors kept: {count}.")
PRUNED = Text("Rijen weggehaald: {count}.", "Rows removed: {count}.")
FAULTS: Mapping[str, Text] = {
    "edited": Text("{writer} {seq}: veranderd.", "{writer} {seq}: edited."),
    "deleted": Text("{writer} {seq}: weggehaald.", "{writer} {seq}: deleted."),
    "reordered": Text("{writer} {seq}: verplaatst.", "{writer} {seq}: moved."),
    "rewritten": Text(
        "{writer} {seq}: opnieuw geschreven, past niet op het anker.",
        "{writer} {seq}: written anew, does not fit the anchor.",
    ),
    "tail_cut": Text("{writer} {seq}: vanaf hier afgeknipt.", "{writer} {seq}: cut off from here."),
    "cut_too_much": Text(
        "{writer}: weggehaald voordat het mocht.", "{writer}: removed before that was allowed."
    ),
    "anchor_changed": Text("Anker {seq}: veranderd.", "Anchor {seq}: changed."),
    "anchor_missing": Text("Anker {seq}: weg.", "Anchor {seq}: gone."),
}
