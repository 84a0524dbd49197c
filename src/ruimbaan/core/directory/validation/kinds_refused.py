# SPDX-License-Identifier: EUPL-1.2
"""What sets a record aside: codes 20 to 39. Nothing of it is lost; it waits in quarantine."""

from __future__ import annotations

from ruimbaan.core.directory.validation.finding import FindingKind, Severity
from ruimbaan.core.kernel.texts import Text


def _refused(number: int, reason: Text, advice: Text) -> FindingKind:
    return FindingKind(f"RB-KRT-{number:03}", Severity.REFUSED, reason, advice)


NO_ID = _refused(
    20,
    Text("Hier ontbreekt het kenmerk (id).", "There is no id here."),
    Text(
        "Geef elke rij een eigen kenmerk, liefst een UUID.",
        "Give every row an id of its own, preferably a UUID.",
    ),
)
UNUSABLE_ID = _refused(
    21,
    Text('Het kenmerk "{found}" kan niet.', 'The id "{found}" is not possible.'),
    Text(
        "Gebruik hoogstens {most} tekens zonder spatie; liefst een UUID.",
        "Use at most {most} characters without a space; preferably a UUID.",
    ),
)
MISSING = _refused(
    22,
    Text('"{column}" is niet ingevuld.', '"{column}" is not filled in.'),
    Text(
        "Vul het in. Zonder dit kan niemand de rij gebruiken.",
        "Fill it in. Nobody can use the row without it.",
    ),
)
UNKNOWN_STATUS = _refused(
    23,
    Text('De status "{found}" bestaat niet.', 'There is no status "{found}".'),
    Text("Kies uit: {options}.", "Choose from: {options}."),
)
NOT_ONE_VALUE = _refused(
    24,
    Text('In "{column}" staat een lijst of een voorwerp.', '"{column}" holds a list or an object.'),
    Text("Zet er één tekst of één getal neer.", "Put one text or one number there."),
)
IMPOSSIBLE_CHARACTER = _refused(
    25,
    Text(
        'In "{column}" staat een teken dat niet bestaat (U+{number}).',
        '"{column}" holds a character that does not exist (U+{number}).',
    ),
    Text(
        "Haal het teken weg, of bewaar het bestand opnieuw als UTF-8.",
        "Remove the character, or save the file again as UTF-8.",
    ),
)
SECOND_WITH_ID = _refused(
    26,
    Text(
        'Kenmerk {uid} staat er twee keer, met een andere "{column}"; eerst op {first}.',
        'Id {uid} is there twice, with another "{column}"; first at {first}.',
    ),
    Text(
        "Houd er één over, of geef de andere een eigen kenmerk.",
        "Keep one of them, or give the other an id of its own.",
    ),
)
TOO_MANY_CELLS = _refused(
    27,
    Text(
        'Deze rij heeft {surplus} cellen te veel, zoals "{found}".',
        'This row has {surplus} cells too many, such as "{found}".',
    ),
    Text(
        "Zet aanhalingstekens om tekst waar het scheidingsteken in staat.",
        "Put quotes around text that holds the separator.",
    ),
)
NO_RECORD = _refused(
    28,
    Text('Hier hoort een record, er staat "{found}".', 'A record belongs here, not "{found}".'),
    Text(
        "Zet er een voorwerp neer met de namen die HSDS kent.",
        "Put an object there with the names that HSDS knows.",
    ),
)
OF_ANOTHER_REGION = _refused(
    29,
    Text("Dit record hoort al bij regio {region}.", "This record already belongs to {region}."),
    Text(
        "Werk het bij in die regio, of geef het een eigen kenmerk.",
        "Update it in that region, or give it an id of its own.",
    ),
)
CODE_TAKEN = _refused(
    30,
    Text(
        'De code "{found}" is in deze regio al van {other}.',
        'The code "{found}" already belongs to {other} in this region.',
    ),
    Text("Geef de dienst een andere code.", "Give the service another code."),
)
DOES_NOT_FIT = _refused(
    31,
    Text(
        'Dit past niet in de lijst van diensten: "{column}" is te lang of te groot.',
        'This does not fit the list of services: "{column}" is too long or too large.',
    ),
    Text("Maak het korter of kleiner.", "Make it shorter or smaller."),
)
CODE_UNUSABLE = _refused(
    32,
    Text('"{found}" kan geen code van een dienst zijn.', '"{found}" cannot be a service\'s code.'),
    Text(
        "Gebruik hoogstens 60 kleine of grote letters, cijfers, punten en streepjes.",
        "Use at most 60 letters, digits, dots and hyphens.",
    ),
)
NO_PROFILE = _refused(
    33,
    Text(
        'In "{column}" staat ons eigen profiel; dat is een voorwerp, geen "{found}".',
        '"{column}" holds our own profile; that is an object, not "{found}".',
    ),
    Text("Haal het weg, of neem het heel over.", "Remove it, or copy the whole of it."),
)
