# SPDX-License-Identifier: EUPL-1.2
"""Why a whole event log cannot be read (RB-EVENT, below 100). Nothing of it is used."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class LogRefused(DomainError):
    """A file cannot be read as an event log."""


class Unreadable(LogRefused):
    code = "RB-EVENT-001"
    cause = Text("{file} is niet te lezen: {reason}.", "{file} cannot be read: {reason}.")
    advice = Text(
        "Geef een bestand dat er is en dat je mag lezen.",
        "Give a file that is there and that you may read.",
    )


class EmptyFile(LogRefused):
    code = "RB-EVENT-002"
    cause = Text("{file} is leeg.", "{file} is empty.")
    advice = Text("Haal het bestand opnieuw op bij de bron.", "Fetch it from its source again.")


class UnknownKind(LogRefused):
    code = "RB-EVENT-003"
    cause = Text(
        "{file} is geen soort logboek dat wij lezen: {found}.",
        "{file} is not a kind of log that we read: {found}.",
    )
    advice = Text(
        "Geef CSV, Parquet, XES of OCEL 2.0 (JSON of XML), uitgepakt.",
        "Give CSV, Parquet, XES or OCEL 2.0 (JSON or XML), unpacked.",
    )


class NotUtf8(LogRefused):
    code = "RB-EVENT-004"
    cause = Text(
        "{file} is geen tekst in UTF-8; het gaat mis op regel {line}.",
        "{file} is not text in UTF-8; it goes wrong at line {line}.",
    )
    advice = Text("Bewaar het als CSV UTF-8.", "Save it as CSV UTF-8.")


class BinaryText(LogRefused):
    code = "RB-EVENT-005"
    cause = Text(
        "In {file}, regel {line}, staan nultekens: dit is geen gewone tekst.",
        "{file} holds null characters at line {line}: this is no plain text.",
    )
    advice = Text("Bewaar het opnieuw als CSV UTF-8.", "Save it again as CSV UTF-8.")


class ColumnTwice(LogRefused):
    code = "RB-EVENT-006"
    cause = Text('De kolom "{name}" staat er twee keer.', 'The column "{name}" is there twice.')
    advice = Text("Geef elke kolom een eigen naam.", "Give every column a name of its own.")


class ColumnWithoutName(LogRefused):
    code = "RB-EVENT-007"
    cause = Text(
        "Boven de gegevens staan geen namen van kolommen: {found}.",
        "There are no names of columns above the data: {found}.",
    )
    advice = Text(
        "Zet op regel 1 boven elke kolom zijn naam.", "Put its name above every column, on line 1."
    )


class UnknownColumn(LogRefused):
    code = "RB-EVENT-008"
    cause = Text(
        'Er is geen kolom "{name}" voor {option}. Wel: {there}.',
        'There is no column "{name}" for {option}. There is: {there}.',
    )
    advice = Text("Kies één van deze namen.", "Choose one of these names.")


class ColumnNotFound(LogRefused):
    code = "RB-EVENT-009"
    cause = Text(
        "Welke kolom is {option}? Er is: {there}.", "Which column is {option}? There is: {there}."
    )
    advice = Text("Zet haar naam achter {option}.", "Put its name after {option}.")


class ColumnsAlike(LogRefused):
    code = "RB-EVENT-010"
    cause = Text(
        "Voor {option} passen meer kolommen: {fitting}.", "More columns fit {option}: {fitting}."
    )
    advice = Text("Kies er een met {option}.", "Choose one with {option}.")


class OneColumnTwoUses(LogRefused):
    code = "RB-EVENT-011"
    cause = Text(
        'De kolom "{name}" is gevraagd voor {one} en voor {other}.',
        'The column "{name}" is asked for {one} and for {other}.',
    )
    advice = Text("Geef elk een eigen kolom.", "Give each a column of its own.")


class QuotesDoNotMatch(LogRefused):
    code = "RB-EVENT-012"
    cause = Text(
        "Vanaf regel {line} kloppen de aanhalingstekens niet.",
        "From line {line} on the quotes do not match.",
    )
    advice = Text(
        "Zet een aanhalingsteken in een cel dubbel, en sluit elke cel af.",
        "Double a quote inside a cell, and close every cell.",
    )


class NoRows(LogRefused):
    code = "RB-EVENT-013"
    cause = Text("{file} heeft geen enkele gebeurtenis.", "{file} has no event at all.")
    advice = Text(
        "Kijk of de uitvoer van je systeem gelukt is.",
        "Check that the export of your system worked.",
    )


class NothingUsable(LogRefused):
    code = "RB-EVENT-014"
    cause = Text(
        "Van {rows} rijen is er niet één te gebruiken. De eerste reden: {first}",
        "Of {rows} rows not one can be used. The first reason: {first}",
    )
    advice = Text(
        "`ruimbaan frictions check` noemt alle redenen. Kijk ook of de kolommen kloppen.",
        "`ruimbaan frictions check` names all reasons. Check the columns too.",
    )


class DaysUnclear(LogRefused):
    code = "RB-EVENT-015"
    cause = Text(
        'Staat in "{example}" eerst de dag of eerst de maand? Nergens is een getal boven 12.',
        'Does "{example}" begin with the day or the month? No number is above 12.',
    )
    advice = Text("Zeg het: --dates dmy of --dates mdy.", "Say so: --dates dmy or --dates mdy.")


class DaysContradict(LogRefused):
    code = "RB-EVENT-016"
    cause = Text(
        "Soms staat de dag eerst, soms de maand: rij {one} en rij {other}.",
        "Sometimes the day comes first, sometimes the month: row {one} and row {other}.",
    )
    advice = Text(
        "Schrijf alle tijden als 2026-11-22 14:30, of kies met --dates.",
        "Write all times as 2026-11-22 14:30, or choose with --dates.",
    )


class BrokenParquet(LogRefused):
    code = "RB-EVENT-017"
    cause = Text("{file} is geen hele Parquet: {reason}.", "{file} is no whole Parquet: {reason}.")
    advice = Text("Maak het bestand opnieuw.", "Make the file again.")


class NestedColumn(LogRefused):
    code = "RB-EVENT-018"
    cause = Text(
        'In kolom "{name}" staat {found}, geen enkele waarde.',
        'The column "{name}" holds {found}, not single values.',
    )
    advice = Text(
        "Zet er één tekst, getal of tijd per rij in.", "Put one text, number or time in a row."
    )


class NotWritten(LogRefused):
    code = "RB-EVENT-019"
    cause = Text("{file} is niet te schrijven: {reason}.", "{file} cannot be written: {reason}.")
    advice = Text("Kies een andere plek.", "Choose another place.")


class NotOurStore(LogRefused):
    code = "RB-EVENT-020"
    cause = Text(
        "{file} is een bestand van DuckDB, geen logboek dat wij bewaarden: {reason}.",
        "{file} is a file of DuckDB, not a log that we kept: {reason}.",
    )
    advice = Text(
        "Maak het opnieuw: ruimbaan frictions export log.csv --out {file}",
        "Make it again: ruimbaan frictions export log.csv --out {file}",
    )
