# SPDX-License-Identifier: EUPL-1.2
"""Why a whole file, folder or peer cannot be read (codes 1 to 16). Nothing of it comes in."""

from __future__ import annotations

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class ExchangeError(DomainError):
    """What was offered cannot be read; `place` says where it went wrong."""

    def __init__(self, place: Place, **details: object) -> None:
        self.place = place
        super().__init__(**details)


class Unreadable(ExchangeError):
    code = "RB-KRT-001"
    cause = Text("Dit is niet te lezen: {reason}.", "This cannot be read: {reason}.")
    advice = Text(
        "Geef een bestand, map of zip die er is en die je mag lezen.",
        "Give a file, folder or zip that is there and that you may read.",
    )


class NothingKnown(ExchangeError):
    code = "RB-KRT-002"
    cause = Text("Hier staat geen tabel van HSDS in.", "This holds no table of HSDS.")
    advice = Text(
        "Geef JSON van HSDS, of een map of zip met bestanden als services.csv.",
        "Give JSON of HSDS, or a folder or zip with files such as services.csv.",
    )


class TooLarge(ExchangeError):
    code = "RB-KRT-003"
    cause = Text("Dit is te groot: {what}.", "This is too large: {what}.")
    advice = Text("Geef één regio tegelijk.", "Give one region at a time.")


class NotThisEncoding(ExchangeError):
    code = "RB-KRT-004"
    cause = Text(
        "Dit is geen tekst in {encoding}; het gaat mis bij byte {position}.",
        "This is not {encoding} text; it goes wrong at byte {position}.",
    )
    advice = Text(
        "Bewaar het als CSV UTF-8, of geef --encoding windows-1252 mee.",
        "Save it as CSV UTF-8, or give --encoding windows-1252.",
    )


class NotJson(ExchangeError):
    code = "RB-KRT-005"
    cause = Text(
        "Dit is geen geldige JSON: regel {line}, teken {column}.",
        "This is not valid JSON: line {line}, character {column}.",
    )
    advice = Text(
        "Kijk daar naar komma's, haken en aanhalingstekens.",
        "Look there for commas, brackets and quotes.",
    )


class KeyTwice(ExchangeError):
    code = "RB-KRT-006"
    cause = Text(
        'De naam "{name}" staat twee keer in één voorwerp.',
        'The name "{name}" stands twice in one object.',
    )
    advice = Text("Houd er één over.", "Keep one of them.")


class TooDeep(ExchangeError):
    code = "RB-KRT-007"
    cause = Text("Hier zit meer dan {limit} niveaus in elkaar.", "More than {limit} levels deep.")
    advice = Text("Maak de JSON vlakker.", "Make the JSON flatter.")


class BrokenTable(ExchangeError):
    code = "RB-KRT-008"
    cause = Text(
        "Vanaf regel {line} kloppen de aanhalingstekens niet.",
        "From line {line} on the quotes do not match.",
    )
    advice = Text(
        "Zet een aanhalingsteken in een cel dubbel, en sluit elke cel af.",
        "Double a quote inside a cell, and close every cell.",
    )


class NoIdColumn(ExchangeError):
    code = "RB-KRT-009"
    cause = Text('Er is geen kolom "{name}".', 'There is no column "{name}".')
    advice = Text(
        "Zet boven elke kolom zijn naam, en geef elke rij een id. "
        "Gebruik komma, puntkomma of tab als scheidingsteken.",
        "Put its name above every column, and give every row an id. "
        "Separate with a comma, a semicolon or a tab.",
    )


class ColumnTwice(ExchangeError):
    code = "RB-KRT-010"
    cause = Text('De kolom "{name}" staat er twee keer.', 'The column "{name}" is there twice.')
    advice = Text("Geef elke kolom een eigen naam.", "Give every column a name of its own.")


class UnsafeName(ExchangeError):
    code = "RB-KRT-011"
    cause = Text(
        'De naam "{name}" in dit pakket is niet toegestaan.',
        'The name "{name}" in this package is not allowed.',
    )
    advice = Text(
        "Zet gewone bestanden in de zip: geen koppelingen, geen pad naar elders, geen naam dubbel.",
        "Put plain files in the zip: no links, no path to elsewhere, no name twice.",
    )


class BrokenPackage(ExchangeError):
    code = "RB-KRT-012"
    cause = Text("Deze zip is niet heel: {reason}.", "This zip is not whole: {reason}.")
    advice = Text(
        "Maak de zip opnieuw, zonder wachtwoord.", "Make the zip again, with no password."
    )


class NotWritten(ExchangeError):
    code = "RB-KRT-013"
    cause = Text("Dit is niet te schrijven: {reason}.", "This cannot be written: {reason}.")
    advice = Text(
        "Kies een andere plek, of een map of bestand dat nog niet bestaat.",
        "Choose another place, or a folder or file that is not there yet.",
    )


class AddressRefused(ExchangeError):
    code = "RB-KRT-014"
    cause = Text("Dit adres vragen wij niet: {reason}.", "We do not ask this address: {reason}.")
    advice = Text(
        "Geef een openbaar adres met https. Staat de ander in je eigen netwerk: --private.",
        "Give a public https address. If the other stands in your own network: --private.",
    )


class NoAnswer(ExchangeError):
    code = "RB-KRT-015"
    cause = Text("Er kwam geen goed antwoord: {reason}.", "There was no good answer: {reason}.")
    advice = Text(
        "Kijk of het adres klopt, of probeer het later.", "Check the address, or try again later."
    )


class OddAnswer(ExchangeError):
    code = "RB-KRT-016"
    cause = Text("Dit antwoord is geen HSDS: {reason}.", "This answer is not HSDS: {reason}.")
    advice = Text(
        "Geef het adres waar /services onder staat.",
        "Give the address that has /services below it.",
    )
