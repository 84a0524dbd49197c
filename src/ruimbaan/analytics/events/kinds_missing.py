# SPDX-License-Identifier: EUPL-1.2
"""What lacks in a row, and rows that no reader could take (RB-EVENT 100 to 119)."""

from __future__ import annotations

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.kinds import Kind, Treatment
from ruimbaan.analytics.events.tidying import cell, is_empty, is_stand_in
from ruimbaan.core.kernel.texts import Text

OTHERS = (Role.ORGANISATION, Role.RESOURCE, Role.FRAME)
FILL = Text("Vul het in de bron aan.", "Fill it in at the source.")


def _missing(code: str, role: Role, nl: str, en: str) -> Kind:
    return Kind(
        code,
        Treatment.KEPT,
        Text(f"Hier ontbreekt {nl}.", f"{en} lacks here."),
        FILL,
        f'"{role.value}" IS NULL',
        needs=role,
    )


def _stand_in(role: Role) -> Kind:
    nl, en = ("de zaak", "the course") if role is Role.CASE else ("de activiteit", "the activity")
    return Kind(
        "RB-EVENT-108" if role is Role.CASE else "RB-EVENT-109",
        Treatment.ASIDE,
        Text(f'Als {nl} staat hier "{{found}}".', f'As {en} it says "{{found}}" here.'),
        Text(
            "Een programma schreef dit voor niets. Vul het echte in.",
            "A program wrote this for nothing. Fill in the real one.",
        ),
        is_stand_in(role),
        shown=cell(role),
    )


KINDS = (
    Kind(
        "RB-EVENT-100",
        Treatment.ASIDE,
        Text("Van wie of wat deze rij is, ontbreekt.", "Whose this row is, is missing."),
        Text("Vul in de bron de zaak in.", "Fill it in at the source."),
        is_empty(Role.CASE),
    ),
    Kind(
        "RB-EVENT-101",
        Treatment.ASIDE,
        Text("Wat er gebeurde, ontbreekt.", "The activity lacks."),
        Text("Vul in de bron de activiteit in.", "Fill in the activity at the source."),
        is_empty(Role.ACTIVITY),
    ),
    Kind(
        "RB-EVENT-102",
        Treatment.ASIDE,
        Text("Er staat geen tijd.", "There is no time."),
        Text("Vul in de bron een tijd in.", "Fill in a time at the source."),
        f"{is_empty(Role.COMPLETE)} AND {is_empty(Role.START)}",
    ),
    Kind(
        "RB-EVENT-103",
        Treatment.REPAIRED,
        Text(
            "Er is een begin en geen einde; het begin telt als einde.",
            "There is a start and no end; the start counts as the end.",
        ),
        Text(
            "Loopt dit nog? Laat de rij dan weg tot het klaar is.",
            "Does it still go on? Then leave the row out until it is done.",
        ),
        f'{is_empty(Role.COMPLETE)} AND "start" IS NOT NULL',
    ),
    Kind(
        "RB-EVENT-104",
        Treatment.REPAIRED,
        Text(
            "Er is een einde en geen begin; het einde telt als begin.",
            "There is an end and no start; the end counts as the start.",
        ),
        FILL,
        f'{is_empty(Role.START)} AND "complete" IS NOT NULL',
        needs=Role.START,
    ),
    _missing("RB-EVENT-105", Role.ORGANISATION, "de organisatie", "The organisation"),
    _missing("RB-EVENT-106", Role.RESOURCE, "wie of wat het deed", "Who or what did it"),
    _missing("RB-EVENT-107", Role.FRAME, "het kader", "The funding frame"),
    _stand_in(Role.CASE),
    _stand_in(Role.ACTIVITY),
    Kind(
        "RB-EVENT-110",
        Treatment.ASIDE,
        Text("Deze regel heeft te weinig cellen: {found}", "This line has too few cells: {found}"),
        Text(
            "Kijk of de regel is afgebroken, of laat lege cellen staan.",
            "Check whether the line was cut off, or leave empty cells in.",
        ),
    ),
    Kind(
        "RB-EVENT-111",
        Treatment.ASIDE,
        Text("Deze regel heeft te veel cellen: {found}", "This line has too many cells: {found}"),
        Text(
            "Zet aanhalingstekens om tekst waar het scheidingsteken in staat.",
            "Put quotes around text that holds the separator.",
        ),
    ),
    Kind(
        "RB-EVENT-112",
        Treatment.ASIDE,
        Text("Deze regel is niet te lezen: {found}", "This line cannot be read: {found}"),
        Text("Kijk naar aanhalingstekens en lengte.", "Look at its quotes and its length."),
    ),
    Kind(
        "RB-EVENT-113",
        Treatment.KEPT,
        Text(
            "Na deze gebeurtenis staat een zaak zonder gebeurtenissen.",
            "A course without events follows this event.",
        ),
        Text(
            "Laat hem weg, of haal het logboek opnieuw op.", "Leave it out, or fetch the log again."
        ),
    ),
    Kind(
        "RB-EVENT-114",
        Treatment.ASIDE,
        Text(
            '"{found}" hoort bij geen object van de gekozen soort.',
            '"{found}" belongs to no object of the chosen type.',
        ),
        Text(
            "Kies met --case een andere soort, als dit mist.",
            "Choose another type if you miss it.",
        ),
    ),
    Kind(
        "RB-EVENT-115",
        Treatment.KEPT,
        Text(
            '"{found}" hoort bij meer dan één object en telt bij elk mee.',
            '"{found}" belongs to more than one object and counts with each.',
        ),
        Text(
            "Tel gebeurtenissen daarom niet op over zaken.", "So do not add up events over courses."
        ),
    ),
    Kind(
        "RB-EVENT-116",
        Treatment.KEPT,
        Text(
            'Object "{found}" staat niet in dit bestand.', 'Object "{found}" is not in this file.'
        ),
        Text(
            "Neem het object op, of haal de verwijzing weg.",
            "Include the object, or remove the reference.",
        ),
    ),
    Kind(
        "RB-EVENT-117",
        Treatment.KEPT,
        Text(
            'Kolom "{found}" zegt begin of einde: elke rij telt nu als een gebeurtenis.',
            'Column "{found}" says start or end: each row now counts as an event.',
        ),
        Text(
            "Zet begin en einde in één rij, met --start en --complete.",
            "Put start and end in one row, with --start and --complete.",
        ),
    ),
    Kind(
        "RB-EVENT-118",
        Treatment.REPAIRED,
        Text(
            "Voor organisatie, uitvoerder of kader staat een woord voor niets; het telt als leeg.",
            "Organisation, resource or frame holds a word for nothing; it counts as empty.",
        ),
        FILL,
        " OR ".join(map(is_stand_in, OTHERS)),
    ),
    Kind(
        "RB-EVENT-119",
        Treatment.KEPT,
        Text(
            "Deze zaak stond al eerder in het bestand; ze zijn samengevoegd.",
            "This course was in the file before; they were joined.",
        ),
        Text("Geef elke zaak een eigen naam.", "Give every course a name of its own."),
    ),
)
