# SPDX-License-Identifier: EUPL-1.2
"""The words around the measures of a log, on the terminal."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

WORKING = Text("Maten worden berekend", "Working out measures")
ABOUT = Text(
    "Volledig van {since} tot en met {cut}. Mensen: {persons}. Gebeurtenissen: {events}.",
    "Complete from {since} up to and with {cut}. Persons: {persons}. Events: {events}.",
)
UNSURE = Text(
    "Van {unsure} van de {referrals} verwijzingen is niet zeker welk antwoord erbij hoort: er stond nog"
    " een andere open. Een kolom met de ontvanger (--receiver) neemt dat weg.",
    "Of {unsure} of the {referrals} referrals it is not sure which answer is theirs: another one was"
    " open. A column with the receiver (--receiver) takes that away.",
)
PARTS = Text("Activiteiten: {parts}", "Activities: {parts}")
VALUE, INTERVAL = Text("Waarde", "Value"), Text("95 % zeker", "95 % sure")
NUMBER, PERSONS = Text("Aantal", "Number"), Text("Mensen", "Persons")
