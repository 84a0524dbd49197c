# SPDX-License-Identifier: EUPL-1.2
"""The words around a network of organisations, on the terminal."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

COUNTING = Text("Het netwerk wordt geteld…", "Counting the network…")
COUNTS = Text(
    "Organisaties: {organisations}. Overdrachten: {handoffs}, langs {ties} lijnen.",
    "Organisations: {organisations}. Handoffs: {handoffs}, along {ties} ties.",
)
TITLE = Text("Het netwerk als geheel", "The network as a whole")
WHAT, FIGURE = Text("Wat", "What"), Text("Getal", "Figure")
MEANS = Text("Hoe je het leest", "How to read it")
FIGURES = {
    "density": (
        Text("dichtheid", "density"),
        Text("van alle lijnen die kunnen, zijn er zoveel", "of all ties that could be, these are"),
    ),
    "reciprocity": (
        Text("over en weer", "reciprocity"),
        Text("van de lijnen gaat dit deel ook terug", "of the ties this share goes back too"),
    ),
    "centralisation": (
        Text("via één", "centralisation"),
        Text(
            "0: niemand ligt tussen allen; 1: alles loopt via één",
            "0: nobody lies between all; 1: all goes through one",
        ),
    ),
    "modularity": (
        Text("groepen", "modularity"),
        Text(
            "boven 0,3 zijn het duidelijk groepen apart",
            "above 0.3 there clearly are groups apart",
        ),
    ),
    "outward": (
        Text("over kaders heen (E–I)", "across frames (E–I)"),
        Text(
            "−1: alles blijft in één kader; 1: alles gaat erover",
            "−1: all stays within a frame; 1: all crosses",
        ),
    ),
    "care": (
        Text("samen bekend (care density)", "known together (care density)"),
        Text(
            "zoveel mensen delen twee organisaties van één persoon gemiddeld",
            "so many people are shared, on average, by two organisations of one person",
        ),
    ),
}
JOINT = Text(
    "Het hangt aan één: zonder {organisation} raken los van de rest: {apart}.",
    "It hangs on one: without {organisation} these lose touch with the rest: {apart}.",
)
NO_JOINT = Text(
    "Nergens hangt het aan één organisatie.", "Nowhere does it hang on one organisation."
)
PARTS = Text(
    "Het netwerk bestaat uit {count} delen waartussen niets wordt overgedragen.",
    "The network is in {count} parts between which nothing is handed over.",
)
GROUP = Text("Groep {number}: {names}.", "Group {number}: {names}.")
ISOLATED = Text(
    "Zonder overdracht, heen of terug: {names}.", "No handoff, to them or from them: {names}."
)
UNSEEN = Text("Daarvan niet in dit logboek: {names}.", "Of these not in this log: {names}.")
THIN = Text(
    "{thin} van {ties} lijnen zijn van minder dan 10 mensen: laat die niet aan anderen zien.",
    "{thin} of {ties} ties are of fewer than 10 people: do not show those to others.",
)
