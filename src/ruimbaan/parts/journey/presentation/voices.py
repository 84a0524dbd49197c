# SPDX-License-Identifier: EUPL-1.2
"""The words around what somebody wrote, for who is not that person: "Afspraken van Sterre" instead
of "Mijn afspraken". What the person wrote is shown sign for sign in both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.journey.kinds import Field, Kind
from ruimbaan.parts.journey.now.kinds import SKETCH
from ruimbaan.parts.journey.presentation.saying import capital, in_words, say


@dataclass(frozen=True, slots=True)
class Voice:
    """`short` stands in a list under a name. `labels`: the questions that say "you", by the name of
    their field."""

    short: Text
    title: Text
    empty: Text
    labels: Mapping[str, Text]


NONE: Mapping[str, Text] = {}
OF_ANOTHER: Mapping[Part, Voice] = {
    Part.ROUTE: Voice(
        Text("Route", "Route"),
        Text("Route van {wie}", "Route of {wie}"),
        Text("Er staat nog geen route.", "There is no route yet."),
        NONE,
    ),
    Part.APPOINTMENTS: Voice(
        Text("Afspraken", "Appointments"),
        Text("Afspraken van {wie}", "Appointments of {wie}"),
        Text("Er staat geen afspraak.", "There is no appointment."),
        NONE,
    ),
    Part.WISHES: Voice(
        Text("Wensen", "Wishes"),
        Text("Wensen van {wie}", "Wishes of {wie}"),
        Text("Er staat nog geen wens.", "There is no wish yet."),
        NONE,
    ),
    Part.ME_NOW: Voice(
        Text("Hoe het nu gaat", "How it is going now"),
        Text("Hoe het nu met {wie} gaat", "How {wie} is doing now"),
        Text("Er staat nog niets over nu.", "There is nothing about now yet."),
        NONE,
    ),
    Part.PEOPLE: Voice(
        Text("Mensen", "People"),
        Text("Mensen van {wie}", "People of {wie}"),
        Text("Er staat nog niemand.", "There is nobody here yet."),
        {"who": Text("Wie is dat voor {wie}?", "Who is this for {wie}?")},
    ),
    Part.STORY: Voice(
        Text("Verhaal", "Story"),
        Text("Verhaal van {wie}", "Story of {wie}"),
        Text("Er staat nog geen verhaal.", "There is no story yet."),
        NONE,
    ),
    Part.EMERGENCY_CARD: Voice(
        Text("Noodkaart", "Emergency card"),
        Text("Noodkaart van {wie}", "Emergency card of {wie}"),
        Text("Er is nog geen noodkaart.", "There is no emergency card yet."),
        {
            "helps": Text("Wat helpt {wie} dan?", "What helps {wie} then?"),
            "call": Text("Wie kun je bellen?", "Whom can you call?"),
        },
    ),
}
"""Every part that can be shown to somebody."""
OF_ANOTHER_FURTHER: Mapping[str, Voice] = {
    SKETCH.further: Voice(
        Text("Schetsen", "Sketches"),
        Text("Schetsen van {wie}", "Sketches of {wie}"),
        Text("Er staat nog geen schets.", "There is no sketch yet."),
        NONE,
    ),
}
"""Of a part with more than one table, the further ones."""
PURPOSES: Mapping[Purpose, Text] = {
    Purpose.SUPPORT: Text("Om mee te lopen met {wie}", "To walk along with {wie}"),
    Purpose.NEARNESS: Text("Om er te zijn voor {wie}", "To be there for {wie}"),
    Purpose.HANDOFF: Text(
        "Om de hulp aan {wie} over te nemen", "To take over the support of {wie}"
    ),
    Purpose.APPLICATION: Text("Voor één aanvraag van {wie}", "For one application of {wie}"),
    Purpose.EMERGENCY: Text(
        "Voor als het niet goed gaat met {wie}", "For when {wie} is not doing well"
    ),
}
"""What something was shown for, to who it was shown to."""


def _voice(kind: Kind) -> Voice:
    return OF_ANOTHER_FURTHER.get(kind.further) or OF_ANOTHER[kind.part]


def title_of(kind: Kind, whose: str) -> str:
    return _said(_voice(kind).title, whose) if whose else in_words(kind.title)


def short_of(kind: Kind) -> str:
    return in_words(_voice(kind).short)


def purpose_of(purpose: Purpose, whose: str) -> str:
    return _said(PURPOSES[purpose], whose)


def empty_of(kind: Kind, whose: str) -> str:
    return in_words(_voice(kind).empty if whose else kind.empty)


def label_of(kind: Kind, field: Field, whose: str) -> str:
    words = _voice(kind).labels.get(field.name) if whose else None
    return _said(words, whose) if words else in_words(field.label)


def _said(words: Text, whose: str) -> str:
    return say(words, wie=capital(whose))
