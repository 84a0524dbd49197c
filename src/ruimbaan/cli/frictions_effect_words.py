# SPDX-License-Identifier: EUPL-1.2
"""The words around the effect of room, on the terminal."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

COMPARING = Text("Vergelijkbare mensen worden gezocht…", "Looking for similar people…")
GROUPS = Text(
    "{users} mensen met ruimte naast {compared} mensen die toen nog geen ruimte hadden, "
    "van {people} in dit logboek.",
    "{users} people with room beside {compared} people who had none yet then, "
    "of {people} in this log.",
)
UNMATCHED = Text(
    "Bij {unmatched} van de {uses} keer dat ruimte is gebruikt, was er niemand om mee te vergelijken.",
    "For {unmatched} of {uses} uses of room there was nobody to compare with.",
)
RATIO = Text(
    "Met ruimte komt de uitkomst {ratio} keer zo snel (95 % zeker tussen {low} en {high}).",
    "With room the outcome comes {ratio} times as fast (95 % sure between {low} and {high}).",
)
SOONER = Text("Ruimte gaat samen met eerder.", "Room goes together with sooner.")
LATER = Text("Ruimte gaat samen met later.", "Room goes together with later.")
UNKNOWN = Text(
    "Of ruimte iets verandert, is hieruit niet te zeggen.",
    "Whether room changes anything cannot be said from this.",
)
TITLE = Text("Wie de uitkomst bereikte", "Who reached the outcome")
DAY = Text("Dagen na gebruik", "Days after use")
ROOM, COMPARED = Text("Met ruimte", "With room"), Text("Zonder", "Without")
FEW = Text("minder dan 10 gevolgd", "fewer than 10 followed")
E_VALUE = Text(
    "Kan iets wat niemand zag dit verklaren? Dan moet het {value} keer vaker samengaan met ruimte én "
    "uitkomst. Voor de rand van het interval: {limit} keer.",
    "Can something that nobody saw explain this? Then it has to go together {value} times more often "
    "with both room and outcome. For the edge of the interval: {limit} times.",
)
LANDMARK = Text(
    "Anders bekeken, vanaf dag {day}: {ratio} keer. Dat verdunt, want wie later ruimte kreeg telt "
    "daar als zonder.",
    "Looked at otherwise, from day {day}: {ratio} times. That dilutes, for who was given room later "
    "counts as without.",
)
LIMITS = Text(
    "Dit is geen proef: wie ruimte kreeg, kan anders zijn op wat het logboek niet weet.",
    "This is no trial: who was given room may differ in what the log does not know.",
)
