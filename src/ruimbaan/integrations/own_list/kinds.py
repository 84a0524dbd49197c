# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a line of a list, besides what any record can have: RB-KRT-092 to 096 and
100 to 102."""

from __future__ import annotations

from ruimbaan.core.directory.validation.finding import FindingKind, Severity
from ruimbaan.core.kernel.texts import Text

NO_NAME = FindingKind(
    "RB-KRT-092",
    Severity.REFUSED,
    Text("Deze regel heeft geen naam.", "This line has no name."),
    Text("Vul in hoe mensen het noemen.", "Fill in what people call it."),
)
NO_ROOM = FindingKind(
    "RB-KRT-093",
    Severity.REFUSED,
    Text("Hier staan {found} tekens; er passen er {most}.", "{found} characters; {most} fit."),
    Text("Maak het korter; de rest past in Omschrijving.", "Shorten it; use Description."),
)
SPOILED_NUMBER = FindingKind(
    "RB-KRT-094",
    Severity.REFUSED,
    Text(
        'Excel heeft van dit nummer "{found}" gemaakt; cijfers zijn weg.',
        'Excel made "{found}" of this number; digits are gone.',
    ),
    Text(
        "Maak de kolom op als tekst en vul het nummer opnieuw in.",
        "Format the column as text and fill in the number again.",
    ),
)
NO_DAY = FindingKind(
    "RB-KRT-095",
    Severity.REFUSED,
    Text('"{found}" is geen dag.', '"{found}" is not a day.'),
    Text("Schrijf dag-maand-jaar: 22-11-2026.", "Write day-month-year: 22-11-2026."),
)
LINE_TWICE = FindingKind(
    "RB-KRT-096",
    Severity.REFUSED,
    Text("Dit staat ook al op regel {first}.", "This is on line {first} already."),
    Text(
        "Haal er één weg, of geef elke regel een eigen kenmerk.",
        "Remove one, or give each line an id of its own.",
    ),
)
TOO_MANY = FindingKind(
    "RB-KRT-100",
    Severity.REFUSED,
    Text(
        'Deze regel heeft {surplus} cellen te veel, zoals "{found}".',
        'This line has {surplus} cells too many, such as "{found}".',
    ),
    Text(
        "Zet aanhalingstekens om tekst met een scheidingsteken erin.",
        "Put quotes around text that holds the separator.",
    ),
)
HOURS_AS_TEXT = FindingKind(
    "RB-KRT-101",
    Severity.KEPT,
    Text('"{found}" is niet als tijden te lezen.', '"{found}" cannot be read as hours.'),
    Text(
        "We tonen het als tekst. Voor 'nu open': ma-vr 09:00-17:00; za 10:00-12:00.",
        "We show it as text. For 'open now': mo-fr 09:00-17:00; sa 10:00-12:00.",
    ),
)
ZERO_BACK = FindingKind(
    "RB-KRT-102",
    Severity.KEPT,
    Text('Bij "{found}" was de eerste 0 weg.', 'The first 0 was gone in "{found}".'),
    Text("We hebben hem teruggezet. Kijk of het klopt.", "We put it back. Check it."),
)
KINDS = (
    NO_NAME,
    NO_ROOM,
    SPOILED_NUMBER,
    NO_DAY,
    LINE_TWICE,
    TOO_MANY,
    HOURS_AS_TEXT,
    ZERO_BACK,
)
