# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a time (RB-EVENT 120 to 139)."""

from __future__ import annotations

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.kinds import Kind, Treatment
from ruimbaan.analytics.events.moments import (
    DATE,
    DECIMAL_COMMA,
    EPOCH_MILLISECONDS,
    EPOCH_SECONDS,
)
from ruimbaan.analytics.events.tidying import TIMES, cell, is_empty, matches
from ruimbaan.core.kernel.texts import Text

END, START = cell(Role.COMPLETE), cell(Role.START)
EARLIEST, LATEST = "1900-01-01", "2200-01-01"  # outside these a time is a slip
WRITE_ISO = Text(
    "Schrijf tijden als 2026-11-22 14:30, met zone of in UTC.",
    "Write times as 2026-11-22 14:30, with a zone or in UTC.",
)
DATE_CELLS = Text(
    "Maak de kolom op als datum en bewaar opnieuw als CSV.",
    "Format the column as a date and save as CSV again.",
)
# of an end that is no moment: the first of these shapes that fits says why
SHAPES = (
    ("RB-EVENT-121", r"^\d{4}-\d{1,2}-\d{1,2}([T ]\d|$)|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"),
    ("RB-EVENT-122", r"^\d{5}([.,]\d+)?$"),
    ("RB-EVENT-123", r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(\D|$)"),
    ("RB-EVENT-124", r"^\d{1,2}:\d{2}"),
    ("RB-EVENT-125", r"(?i)(jan|feb|mar|mrt|maart|apr|ma[yi]|jun|jul|aug|sep|o[ck]t|nov|dec)"),
    ("RB-EVENT-126", r"^\d{4}([-/]\d{1,2})?$|(?i)^\d{4}-?W\d{1,2}"),
    ("RB-EVENT-127", r"^(=|#)"),
)


def _no_moment() -> str:
    return f'NOT {is_empty(Role.COMPLETE)} AND "complete" IS NULL'


def _shape(number: int) -> str:
    """Of this shape, and of none before it."""
    before = [f"NOT {matches(Role.COMPLETE, shape)}" for _, shape in SHAPES[:number]]
    own = [matches(Role.COMPLETE, SHAPES[number][1])] if number < len(SHAPES) else []
    return " AND ".join((_no_moment(), *before, *own))


def _either(pattern: str) -> str:
    return " OR ".join(
        f'({matches(role, pattern)} AND "{role.value}" IS NOT NULL)' for role in TIMES
    )


def _outside() -> str:
    return " OR ".join(
        f"(\"{role.value}\" < TIMESTAMP '{EARLIEST}' OR \"{role.value}\" >= TIMESTAMP '{LATEST}')"
        for role in TIMES
    )


def _aside(code: str, nl: str, en: str, advice: Text, shape: int) -> Kind:
    return Kind(code, Treatment.ASIDE, Text(nl, en), advice, _shape(shape), shown=END)


def _repaired(code: str, nl: str, en: str, pattern: str) -> Kind:
    return Kind(code, Treatment.REPAIRED, Text(nl, en), WRITE_ISO, _either(pattern), shown=END)


KINDS = (
    Kind(
        "RB-EVENT-120",
        Treatment.ASIDE,
        Text('"{found}" is geen tijd.', '"{found}" is no time.'),
        WRITE_ISO,
        _shape(len(SHAPES)),
        shown=END,
    ),
    _aside(
        "RB-EVENT-121",
        '"{found}" bestaat niet: geen dag, uur of zone die er is.',
        '"{found}" does not exist: no such day, hour or zone.',
        Text(
            "Verbeter het in de bron. Staat de maand eerst? --dates mdy.",
            "Mend it at the source. Month first? --dates mdy.",
        ),
        0,
    ),
    _aside(
        "RB-EVENT-122",
        'Excel maakte van deze tijd het getal "{found}".',
        'Excel made the number "{found}" of this time.',
        DATE_CELLS,
        1,
    ),
    _aside(
        "RB-EVENT-123",
        'Van "{found}" is de eeuw niet bekend.',
        'The century of "{found}" is unknown.',
        Text("Schrijf het jaar met vier cijfers.", "Write the year with four digits."),
        2,
    ),
    _aside(
        "RB-EVENT-124",
        'Bij "{found}" ontbreekt de dag.',
        'The day of "{found}" lacks.',
        Text("Zet de dag ervoor.", "Put the day before it."),
        3,
    ),
    _aside(
        "RB-EVENT-125",
        'In "{found}" staat de maand als woord.',
        'The month in "{found}" is a word.',
        WRITE_ISO,
        4,
    ),
    _aside(
        "RB-EVENT-126",
        '"{found}" is een jaar, maand of week, geen dag.',
        '"{found}" is a year, month or week, not a day.',
        Text(
            "Kies de eerste dag ervan en geef --precision mee.",
            "Choose its first day and give --precision.",
        ),
        5,
    ),
    _aside(
        "RB-EVENT-127",
        'Het rekenblad schreef "{found}" in plaats van een tijd.',
        'The spreadsheet wrote "{found}" instead of a time.',
        DATE_CELLS,
        6,
    ),
    Kind(
        "RB-EVENT-128",
        Treatment.ASIDE,
        Text(
            '"{found}" valt voor 1900 of na 2199; zo schrijven systemen "onbekend".',
            '"{found}" is before 1900 or after 2199; systems write "unknown" that way.',
        ),
        Text("Laat de tijd leeg als hij niet bekend is.", "Leave the time empty when unknown."),
        _outside(),
        shown=END,
    ),
    Kind(
        "RB-EVENT-129",
        Treatment.REPAIRED,
        Text(
            'Het begin "{found}" is geen tijd; het einde telt als begin.',
            'The start "{found}" is no time; the end counts as the start.',
        ),
        WRITE_ISO,
        f'NOT {is_empty(Role.START)} AND "start" IS NULL',
        shown=START,
    ),
    Kind(
        "RB-EVENT-130",
        Treatment.REPAIRED,
        Text(
            "Het begin ligt na het einde; het einde telt als begin.",
            "The start is after the end; the end counts as the start.",
        ),
        Text(
            "Zijn de kolommen verwisseld? Kijk naar --start en --complete.",
            "Were the columns swapped? Look at --start and --complete.",
        ),
        '"start" > "complete"',
    ),
    Kind(
        "RB-EVENT-131",
        Treatment.KEPT,
        Text('"{found}" is het nulpunt van computers.', '"{found}" is the zero of computers.'),
        Text(
            "Waarschijnlijk was de tijd leeg. Kijk het na.",
            "The time was probably empty. Check it.",
        ),
        "\"complete\" = TIMESTAMP '1970-01-01'",
        shown=END,
    ),
    _repaired(
        "RB-EVENT-133",
        '"{found}" is geteld vanaf 1970 en zo gelezen.',
        '"{found}" was counted from 1970 and read that way.',
        f"{EPOCH_SECONDS}|{EPOCH_MILLISECONDS}",
    ),
    _repaired(
        "RB-EVENT-134",
        'In "{found}" is de komma als punt gelezen.',
        'In "{found}" the comma was read as a point.',
        DECIMAL_COMMA,
    ),
    _repaired(
        "RB-EVENT-135",
        '"{found}" is gelezen als het begin van de volgende dag.',
        '"{found}" was read as the beginning of the next day.',
        r"[T ]24:00",
    ),
    _repaired(
        "RB-EVENT-136",
        'Seconde 60 van "{found}" is gelezen als 59.',
        'Second 60 of "{found}" was read as 59.',
        r":\d{2}:60",
    ),
    _repaired(
        "RB-EVENT-139",
        'Van "{found}" is de volgorde van dag en maand afgeleid.',
        'The order of day and month of "{found}" was worked out.',
        DATE,
    ),
)
