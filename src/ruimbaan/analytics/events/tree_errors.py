# SPDX-License-Identifier: EUPL-1.2
"""Why a log in XML or JSON cannot be read (RB-EVENT 030 to 049). Nothing of it is used."""

from __future__ import annotations

from ruimbaan.analytics.events.errors import LogRefused
from ruimbaan.core.kernel.texts import Text


class NotXml(LogRefused):
    code = "RB-EVENT-030"
    cause = Text(
        "Dit is geen geldige XML: regel {line}, teken {column}.",
        "This is not valid XML: line {line}, character {column}.",
    )
    advice = Text(
        "Is het bestand afgebroken? Haal het opnieuw op.", "Was the file cut off? Fetch it again."
    )


class EntitiesRefused(LogRefused):
    code = "RB-EVENT-031"
    cause = Text(
        "Deze XML beschrijft zijn eigen tekens (DOCTYPE of entiteiten); dat is gevaarlijk.",
        "This XML defines entities of its own (a DOCTYPE); that is dangerous.",
    )
    advice = Text(
        "Haal <!DOCTYPE …> weg. XES en OCEL hebben het niet nodig.",
        "Remove <!DOCTYPE …>. XES and OCEL do not need it.",
    )


class NoLogInXml(LogRefused):
    code = "RB-EVENT-032"
    cause = Text(
        "Deze XML begint met <{found}>; een logboek begint met <log>.",
        "This XML begins with <{found}>; a log begins with <log>.",
    )
    advice = Text("Geef een bestand in XES of OCEL 2.0.", "Give a file in XES or OCEL 2.0.")


class TooDeep(LogRefused):
    code = "RB-EVENT-033"
    cause = Text(
        "Hier zitten meer dan {limit} niveaus in elkaar.", "More than {limit} levels deep."
    )
    advice = Text("Maak het bestand vlakker.", "Make the file flatter.")


class NotJson(LogRefused):
    code = "RB-EVENT-034"
    cause = Text(
        "Dit is geen geldige JSON, of niet alles.", "This is not valid JSON, or not all of it."
    )
    advice = Text(
        "Is het bestand afgebroken? Haal het opnieuw op.", "Was the file cut off? Fetch it again."
    )


class NotOcel(LogRefused):
    code = "RB-EVENT-035"
    cause = Text(
        'Dit is geen OCEL 2.0: "{missing}" ontbreekt.', 'This is no OCEL 2.0: "{missing}" lacks.'
    )
    advice = Text(
        "Geef OCEL 2.0 met objectTypes, eventTypes, objects en events.",
        "Give OCEL 2.0 with objectTypes, eventTypes, objects and events.",
    )


class OldOcel(LogRefused):
    code = "RB-EVENT-036"
    cause = Text("Dit is OCEL 1.0; wij lezen OCEL 2.0.", "This is OCEL 1.0; we read OCEL 2.0.")
    advice = Text("Zet het om naar OCEL 2.0.", "Convert it to OCEL 2.0.")


class WhichObject(LogRefused):
    code = "RB-EVENT-037"
    cause = Text(
        "Om welk soort object draait een zaak? Er is: {there}.",
        "Which type of object makes a course? There is: {there}.",
    )
    advice = Text("Noem de soort in de opdracht.", "Name the type in the command.")


class UnknownObjectType(LogRefused):
    code = "RB-EVENT-038"
    cause = Text(
        'Er is geen soort object "{name}". Wel: {there}.',
        'There is no type of object "{name}". There is: {there}.',
    )
    advice = Text("Kies één van deze soorten.", "Choose one of these types.")


class ObjectTwice(LogRefused):
    code = "RB-EVENT-039"
    cause = Text(
        'Object "{name}" is er als "{one}" en als "{other}".',
        'Object "{name}" is there as "{one}" and as "{other}".',
    )
    advice = Text("Geef elk object een eigen id.", "Give every object an id of its own.")


class EventTwice(LogRefused):
    code = "RB-EVENT-040"
    cause = Text('Gebeurtenis "{name}" staat er twee keer.', 'Event "{name}" is there twice.')
    advice = Text("Geef elke gebeurtenis een eigen id.", "Give every event an id of its own.")
