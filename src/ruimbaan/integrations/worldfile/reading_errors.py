# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a file before its meaning is looked at: RB-WRL-001 to 019."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.worldfile.problems import WorldError


class FileMissing(WorldError):
    code = "RB-WRL-001"
    cause = Text("{path} bestaat niet.", "{path} does not exist.")
    advice = Text("Kijk of de naam en de map kloppen.", "Check the name and the folder.")


class FileUnreadable(WorldError):
    code = "RB-WRL-002"
    cause = Text("{path} is niet te lezen: {reason}.", "{path} cannot be read: {reason}.")
    advice = Text(
        "Geef een gewoon bestand of een map waar je in mag lezen.",
        "Give an ordinary file or a folder that you may read.",
    )


class NoFiles(WorldError):
    code = "RB-WRL-003"
    cause = Text("In {path} staat geen bestand dat eindigt op .yaml.", "{path} has no .yaml file.")
    advice = Text(
        "Zet minstens één bestand met een wereld in deze map.",
        "Put at least one file with a world in this folder.",
    )


class FileTooLarge(WorldError):
    code = "RB-WRL-004"
    cause = Text("{path} is groter dan {limit} MB.", "{path} is larger than {limit} MB.")
    advice = Text(
        "Verdeel de wereld over meer bestanden in één map.",
        "Split the world over more files in one folder.",
    )


class WorldTooLarge(WorldError):
    code = "RB-WRL-005"
    cause = Text(
        "Deze wereld is te groot: hoogstens {limit_mb} MB in {limit_files} bestanden.",
        "This world is too large: at most {limit_mb} MB in {limit_files} files.",
    )
    advice = Text("Geef één regio tegelijk.", "Give one region at a time.")


class FileEmpty(WorldError):
    code = "RB-WRL-006"
    cause = Text("{path} is leeg.", "{path} is empty.")
    advice = Text(
        "Begin met een regio, feiten en diensten; zie docs/reference/world-format.md.",
        "Begin with a region, facts and services; see docs/reference/world-format.md.",
    )


class NotText(WorldError):
    code = "RB-WRL-007"
    cause = Text("{path} is geen tekst in UTF-8.", "{path} is not UTF-8 text.")
    advice = Text(
        "Bewaar het bestand als platte tekst met codering UTF-8.",
        "Save the file as plain text with encoding UTF-8.",
    )


class NotYaml(WorldError):
    code = "RB-WRL-008"
    cause = Text("Dit is geen geldige YAML: {problem}.", "This is not valid YAML: {problem}.")
    advice = Text(
        "Kijk op deze regel en die erboven naar inspringen, dubbele punten en aanhalingstekens.",
        "Look at this line and the one above for indentation, colons and quotes.",
    )


class TooDeep(WorldError):
    code = "RB-WRL-009"
    cause = Text("Hier zit meer dan {limit} niveaus in elkaar.", "More than {limit} levels deep.")
    advice = Text("Maak hulpfeiten met `means`.", "Use helper facts with `means`.")


class AliasRefused(WorldError):
    code = "RB-WRL-010"
    cause = Text(
        "Ankers (&) en verwijzingen (*) mogen niet in een wereld.",
        "Anchors (&) and aliases (*) are not allowed in a world.",
    )
    advice = Text(
        "Schrijf het uit, of zet tekst die met & of * begint tussen aanhalingstekens.",
        "Write it out, or put quotes around text that begins with & or *.",
    )


class TagRefused(WorldError):
    code = "RB-WRL-011"
    cause = Text("Het label {tag} mag niet in een wereld.", "The tag {tag} is not allowed.")
    advice = Text(
        "Haal het weg, of zet tekst die met ! begint tussen aanhalingstekens.",
        "Remove it, or put quotes around text that begins with !.",
    )


class DuplicateKey(WorldError):
    code = "RB-WRL-012"
    cause = Text(
        '"{key}" staat hier twee keer; eerst op {first}.',
        '"{key}" stands here twice; first at {first}.',
    )
    advice = Text("Houd er één over.", "Keep one of them.")


class SeveralDocuments(WorldError):
    code = "RB-WRL-013"
    cause = Text("Hier begint een tweede document (---).", "A second document (---) begins here.")
    advice = Text("Zet elk deel in een eigen bestand.", "Put each part in a file of its own.")


class KeyNotText(WorldError):
    code = "RB-WRL-014"
    cause = Text(
        "De sleutel {key} leest YAML niet als woord.", "YAML does not read the key {key} as a word."
    )
    advice = Text("Zet er aanhalingstekens om.", "Put quotes around it.")


class ForbiddenCharacter(WorldError):
    code = "RB-WRL-015"
    cause = Text(
        "In deze tekst staat een stuurteken (U+{number}).",
        "This text holds a control character (U+{number}).",
    )
    advice = Text("Haal het teken weg.", "Remove the character.")


class TooManyValues(WorldError):
    code = "RB-WRL-016"
    cause = Text(
        "In dit bestand staan meer dan {limit} waarden.", "This file has more than {limit} values."
    )
    advice = Text(
        "Verdeel de wereld over meer bestanden in één map.",
        "Split the world over more files in one folder.",
    )
