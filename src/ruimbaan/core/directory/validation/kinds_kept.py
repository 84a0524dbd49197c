# SPDX-License-Identifier: EUPL-1.2
"""What comes in as it is, with a word for whoever keeps it: codes 40 to 89; those about
our own profile stand in `kinds_profile`."""

from __future__ import annotations

from ruimbaan.core.directory.validation.finding import FindingKind, Severity
from ruimbaan.core.kernel.texts import Text


def kept(number: int, reason: Text, advice: Text) -> FindingKind:
    return FindingKind(f"RB-KRT-{number:03}", Severity.KEPT, reason, advice)


NO_UUID = kept(
    40,
    Text('"{found}" is geen UUID.', '"{found}" is not a UUID.'),
    Text(
        "Vraag de bron om UUID's; tot dan gebruiken we dit kenmerk.",
        "Ask the source for UUIDs; until then we use this id.",
    ),
)
DANGLING = kept(
    41,
    Text(
        '"{column}" verwijst naar {table} {found}, en die is er niet.',
        '"{column}" refers to {table} {found}, which is not there.',
    ),
    Text(
        "Lever die mee, of verbeter de verwijzing.",
        "Send that along, or mend the reference.",
    ),
)
NO_NUMBER = kept(
    42,
    Text('"{found}" is geen getal.', '"{found}" is not a number.'),
    Text(
        "Schrijf alleen cijfers, met een punt voor decimalen: 12.50.",
        "Write digits only, with a point for decimals: 12.50.",
    ),
)
NO_DATE = kept(
    43,
    Text('"{found}" is geen datum.', '"{found}" is not a date.'),
    Text("Schrijf jaar-maand-dag: 2026-11-22.", "Write year-month-day: 2026-11-22."),
)
NO_TIME = kept(
    44,
    Text('"{found}" is geen tijd.', '"{found}" is not a time.'),
    Text("Schrijf uren en minuten: 09:30.", "Write hours and minutes: 09:30."),
)
NO_MOMENT = kept(
    45,
    Text('"{found}" is geen datum met tijd.', '"{found}" is not a date with a time.'),
    Text("Schrijf het zo: 2026-11-22T09:30:00+01:00.", "Write it so: 2026-11-22T09:30:00+01:00."),
)
NO_EMAIL = kept(
    46,
    Text('"{found}" is geen e-mailadres.', '"{found}" is not an e-mail address.'),
    Text("Schrijf naam@voorbeeld.nl.", "Write name@example.org."),
)
NO_ADDRESS = kept(
    47,
    Text('"{found}" is geen volledig webadres.', '"{found}" is not a whole web address.'),
    Text("Begin met https:// en de naam van de site.", "Begin with https:// and the site's name."),
)
LATITUDE = kept(
    48,
    Text("Breedtegraad {found} bestaat niet.", "There is no latitude {found}."),
    Text(
        "Een breedtegraad ligt tussen -90 en 90; in Nederland rond 52.",
        "A latitude lies between -90 and 90; around 52 in the Netherlands.",
    ),
)
LONGITUDE = kept(
    49,
    Text("Lengtegraad {found} bestaat niet.", "There is no longitude {found}."),
    Text(
        "Een lengtegraad ligt tussen -180 en 180; in Nederland rond 5.",
        "A longitude lies between -180 and 180; around 5 in the Netherlands.",
    ),
)
HALF_A_POINT = kept(
    50,
    Text('Er is een plek zonder "{column}".', 'There is a point without "{column}".'),
    Text("Vul breedte én lengte in, of geen van beide.", "Fill in both of them, or neither."),
)
SWAPPED = kept(
    51,
    Text(
        "Breedte {latitude} en lengte {longitude} lijken verwisseld.",
        "Latitude {latitude} and longitude {longitude} seem to be swapped.",
    ),
    Text("Wissel ze om als de plek in Nederland is.", "Swap them if the place is Dutch."),
)
OUTSIDE_GRID = kept(
    53,
    Text(
        "Het punt {found} ligt buiten het Nederlandse rooster (RD).",
        "The point {found} lies outside the Dutch grid (RD).",
    ),
    Text(
        "Schrijf twee getallen in meters: x van -7.000 tot 300.000, y van 289.000 tot 629.000.",
        "Write two numbers in metres: x from -7,000 to 300,000, y from 289,000 to 629,000.",
    ),
)
ENDS_BEFORE = kept(
    54,
    Text(
        "Het einde ({until}) komt voor het begin ({begin}).",
        "The end ({until}) comes before the beginning ({begin}).",
    ),
    Text("Wissel de datums om of verbeter ze.", "Swap the dates or mend them."),
)
CLOSES_BEFORE = kept(
    55,
    Text(
        "Sluit om {closes}, maar opent pas om {opens}.",
        "Closes at {closes}, but opens at {opens} only.",
    ),
    Text(
        "Wissel de tijden om. Open over middernacht mag: van 's middags tot 's morgens.",
        "Swap the times. Open past midnight is fine: from the afternoon until the morning.",
    ),
)
AGES = kept(
    56,
    Text(
        "De laagste leeftijd ({least}) is hoger dan de hoogste ({most}).",
        "The lowest age ({least}) is above the highest ({most}).",
    ),
    Text("Wissel ze om of verbeter ze.", "Swap them or mend them."),
)
AGE = kept(
    57,
    Text("{found} is geen leeftijd.", "{found} is not an age."),
    Text("Schrijf een getal van 0 tot 130.", "Write a number from 0 to 130."),
)
NEGATIVE = kept(
    58,
    Text("Het bedrag {found} is onder nul.", "The amount {found} is below zero."),
    Text("Schrijf 0 als het gratis is.", "Write 0 if it is free."),
)
CURRENCY = kept(
    59,
    Text('De munt "{found}" bestaat niet.', 'There is no currency "{found}".'),
    Text("Schrijf drie letters, zoals EUR.", "Write three letters, such as EUR."),
)
LANGUAGE = kept(
    60,
    Text('De taalcode "{found}" bestaat niet.', 'There is no language code "{found}".'),
    Text("Gebruik de code van ISO 639: nl, ar, ti.", "Use the code of ISO 639: nl, ar, ti."),
)
NO_DIGITS = kept(
    61,
    Text('"{found}" is geen telefoonnummer.', '"{found}" is not a phone number.'),
    Text("Schrijf het nummer met cijfers.", "Write the number in digits."),
)
POSTAL_CODE = kept(
    62,
    Text('"{found}" is geen Nederlandse postcode.', '"{found}" is not a Dutch postal code.'),
    Text("Schrijf vier cijfers en twee letters: 6511 AB.", "Write four digits and two letters."),
)
COUNTRY = kept(
    63,
    Text('De landcode "{found}" bestaat niet.', 'There is no country code "{found}".'),
    Text("Schrijf twee hoofdletters: NL.", "Write two capitals: NL."),
)
CONTROL_CHARACTER = kept(
    64,
    Text(
        'In "{column}" staat een stuurteken (U+{number}).',
        '"{column}" holds a control character (U+{number}).',
    ),
    Text("Haal het teken weg.", "Remove the character."),
)
TOO_LONG = kept(
    65,
    Text(
        '"{column}" heeft {found} tekens; niemand leest er meer dan {most}.',
        '"{column}" has {found} characters; nobody reads more than {most}.',
    ),
    Text("Maak de tekst korter.", "Make the text shorter."),
)
SCRIPT = kept(
    66,
    Text('In "{column}" staat code voor een webpagina.', '"{column}" holds code for a web page.'),
    Text(
        "We tonen het als gewone tekst. Haal de code weg.",
        "We show it as plain text. Remove the code.",
    ),
)
NO_OPTION = kept(
    67,
    Text('"{found}" kan hier niet.', '"{found}" is not possible here.'),
    Text("Kies uit: {options}.", "Choose from: {options}."),
)
HSDS_ASKS = kept(
    68,
    Text('HSDS vraagt om "{column}", maar die is leeg.', 'HSDS asks for "{column}"; it is empty.'),
    Text("Vul het in.", "Fill it in."),
)
NO_TEXT = kept(
    69,
    Text(
        'In "{column}" hoort tekst, er stond {found}. Wij lezen het als tekst.',
        '"{column}" wants text, not {found}. We read it as text.',
    ),
    Text("Zet er aanhalingstekens omheen.", "Put quotes around it."),
)
UNKNOWN_COLUMN = kept(
    70,
    Text('HSDS kent hier geen "{column}".', 'HSDS has no "{column}" here.'),
    Text(
        "Dat mag: wij bewaren het en geven het terug. Kijk of de naam klopt.",
        "That is fine: we keep it and give it back. Check the name.",
    ),
)
UNKNOWN_TABLE = kept(
    71,
    Text('HSDS kent geen tabel "{found}".', 'HSDS has no table "{found}".'),
    Text(
        "Dat mag: wij bewaren hem en geven hem terug. Kijk of de naam klopt.",
        "That is fine: we keep it and give it back. Check the name.",
    ),
)
TIMEZONE = kept(
    72,
    Text("De tijdzone {found} bestaat niet.", "There is no time zone {found}."),
    Text(
        "Schrijf het verschil met UTC in uren, van -12 tot 14.",
        "Write the difference with UTC in hours, from -12 to 14.",
    ),
)
WEEKDAY = kept(
    73,
    Text('"{found}" is geen dag.', '"{found}" is not a day.'),
    Text(
        "Schrijf dagen als MO,TU,WE,TH,FR,SA,SU; 2MO is de tweede maandag.",
        "Write days as MO,TU,WE,TH,FR,SA,SU; 2MO is the second Monday.",
    ),
)
UNKNOWN_ENTITY = kept(
    74,
    Text(
        '"{found}" is geen tabel, dus niemand weet waar dit bij hoort.',
        '"{found}" is not a table, so nobody knows what this belongs to.',
    ),
    Text("Schrijf de naam van een tabel, zoals service.", "Write a table's name: service."),
)
IN_THE_FUTURE = kept(
    75,
    Text("De dag {found} moet nog komen.", "The day {found} has yet to come."),
    Text(
        "Schrijf de dag waarop iemand dit het laatst heeft nagekeken.",
        "Write the day on which somebody last checked this.",
    ),
)
BELONGS_NOWHERE = kept(
    76,
    Text("Dit hoort bij niets.", "This belongs to nothing."),
    Text(
        "Vul één van deze in: {columns}.",
        "Fill in one of these: {columns}.",
    ),
)
INVISIBLE = kept(
    77,
    Text(
        'In "{column}" staat een teken dat de leesrichting omkeert (U+{number}).',
        '"{column}" holds a character that turns the text around (U+{number}).',
    ),
    Text("Haal het teken weg; de tekst kan misleiden.", "Remove it; the text may mislead."),
)
