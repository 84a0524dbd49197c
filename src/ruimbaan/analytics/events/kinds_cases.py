# SPDX-License-Identifier: EUPL-1.2
"""What can be said of whole cases and of the log (RB-EVENT 160 to 189). All rows are kept."""

from __future__ import annotations

from ruimbaan.analytics.events.kinds import Kind, Treatment
from ruimbaan.core.kernel.texts import Text

ALIKE = Text("Kies in de bron één schrijfwijze.", "Choose one spelling at the source.")
KINDS = tuple(
    Kind(code, treatment, cause, advice)
    for code, treatment, cause, advice in (
        (
            "RB-EVENT-148",
            Treatment.KEPT,
            Text(
                "Activiteiten verschillen alleen in hoofdletters: {found}.",
                "Activities differ in capitals only: {found}.",
            ),
            ALIKE,
        ),
        (
            "RB-EVENT-149",
            Treatment.KEPT,
            Text(
                "Organisaties verschillen alleen in hoofdletters: {found}.",
                "Organisations differ in capitals only: {found}.",
            ),
            ALIKE,
        ),
        (
            "RB-EVENT-150",
            Treatment.KEPT,
            Text(
                "Zaken verschillen alleen in hoofdletters of nullen vooraan.",
                "Cases differ in capitals or leading zeros only.",
            ),
            Text(
                "Is het dezelfde? Schrijf hem dan gelijk.", "Is it the same? Then write it alike."
            ),
        ),
        (
            "RB-EVENT-152",
            Treatment.KEPT,
            Text("Elke zaak heeft maar één gebeurtenis.", "Each course has one event only."),
            Text("Is --case de goede kolom?", "Is that the right column?"),
        ),
        (
            "RB-EVENT-153",
            Treatment.KEPT,
            Text(
                "Elke gebeurtenis heeft een andere activiteit.",
                "Each event has an activity of its own.",
            ),
            Text("Is --activity de goede kolom?", "Is --activity the right column?"),
        ),
        (
            "RB-EVENT-132",
            Treatment.KEPT,
            Text(
                "Deze tijd heeft geen zone en andere wel; hij telt als UTC.",
                "This time has no zone and others do; it counts as UTC.",
            ),
            Text("Schrijf bij elke tijd de zone.", "Write the zone with every time."),
        ),
        (
            "RB-EVENT-138",
            Treatment.KEPT,
            Text(
                "Hier staat alleen een dag, elders ook een uur; het telt als middernacht.",
                "A day only, elsewhere an hour too; it counts as midnight.",
            ),
            Text(
                "Geef --precision day als het uur niet bekend is.",
                "Give --precision day when the hour is unknown.",
            ),
        ),
        (
            "RB-EVENT-137",
            Treatment.KEPT,
            Text(
                "Deze tijd ligt na de dag waarop het logboek is gemaakt.",
                "This time is after the day on which the log was made.",
            ),
            Text(
                "Is het een afspraak en geen gebeurtenis? Laat die weg.",
                "Is it an appointment and not an event? Leave it out.",
            ),
        ),
        (
            "RB-EVENT-160",
            Treatment.KEPT,
            Text("Deze rij is gelijk aan een andere.", "This row equals another one."),
            Text(
                "Is het twee keer gebeurd? Zo niet, haal er een weg.",
                "Did it happen twice? If not, remove one.",
            ),
        ),
        (
            "RB-EVENT-161",
            Treatment.KEPT,
            Text(
                "Deze gebeurtenis valt samen met een andere van dezelfde zaak.",
                "This event falls together with another one of its course.",
            ),
            Text(
                "Hun volgorde is niet bekend; die van het bestand telt. Lees stromen met het aandeel erbij.",
                "Their order is unknown; that of the file counts. Read flows with the share beside it.",
            ),
        ),
        (
            "RB-EVENT-162",
            Treatment.KEPT,
            Text(
                "Dit begint voor het vorige van dezelfde zaak klaar is.",
                "This begins before the one before it in its course has ended.",
            ),
            Text("Naast elkaar telt niet als overdracht.", "Side by side is no handoff."),
        ),
        (
            "RB-EVENT-163",
            Treatment.KEPT,
            Text("Deze zaak heeft maar één gebeurtenis.", "This course has one event only."),
            Text(
                "Is de rest weggevallen? Kijk in de bron.",
                "Did the rest get lost? Look at the source.",
            ),
        ),
        (
            "RB-EVENT-164",
            Treatment.KEPT,
            Text(
                "Deze zaak kan nog lopen: laatste gebeurtenis in de laatste {found} dagen.",
                "This course may still go on: last event in the last {found} days.",
            ),
            Text(
                "Reken duur met censuur, of geef een latere uitvoer.",
                "Work out durations with censoring, or give a later export.",
            ),
        ),
        (
            "RB-EVENT-165",
            Treatment.KEPT,
            Text(
                "Deze zaak kan eerder begonnen zijn: eerste gebeurtenis in de eerste {found} dagen.",
                "This course may have begun before: first event in the first {found} days.",
            ),
            Text(
                "Neem een vroegere uitvoer om het begin te zien.",
                "Take an earlier export to see the beginning.",
            ),
        ),
        (
            "RB-EVENT-166",
            Treatment.KEPT,
            Text('Deze zaak begint met "{found}".', 'This course begins with "{found}".'),
            Text(
                "Dat is geen begin volgens --begins: er ontbreekt iets.",
                "That is no beginning by --begins: something lacks.",
            ),
        ),
        (
            "RB-EVENT-167",
            Treatment.KEPT,
            Text('Deze zaak eindigt met "{found}".', 'This course ends with "{found}".'),
            Text(
                "Dat is geen einde volgens --ends: er ontbreekt iets, of hij loopt nog.",
                "That is no end by --ends: something lacks, or it still goes on.",
            ),
        ),
        (
            "RB-EVENT-168",
            Treatment.KEPT,
            Text(
                "Voor deze gebeurtenis was het meer dan een jaar stil.",
                "It was silent for more than a year before this event.",
            ),
            Text("Zijn het twee zaken onder één naam?", "Are they two courses under one name?"),
        ),
        (
            "RB-EVENT-169",
            Treatment.REPAIRED,
            Text(
                "Deze rij stond niet op volgorde van tijd en is verplaatst.",
                "This row was not in order of time and was moved.",
            ),
            Text(
                "Niets te doen, zolang de tijden kloppen.", "Nothing to do, if the times are right."
            ),
        ),
        (
            "RB-EVENT-171",
            Treatment.KEPT,
            Text(
                "In het hele logboek staat één organisatie.", "The whole log has one organisation."
            ),
            Text(
                "Overdrachten zie je met --organisation op een andere kolom.",
                "Choose another column with --organisation to see handovers.",
            ),
        ),
        (
            "RB-EVENT-172",
            Treatment.KEPT,
            Text("Alle tijden zijn hele {found}.", "All times are whole {found}s."),
            Text(
                "Binnen zo'n tijdvak is geen volgorde. Zeg het met --precision.",
                "Within one there is no order. Say so with --precision.",
            ),
        ),
    )
)
