# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with names (RB-EVENT 140 to 159)."""

from __future__ import annotations

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.kinds import Kind, Treatment
from ruimbaan.analytics.events.tidying import INVISIBLE, NAMES, STRAY, cell, matches
from ruimbaan.core.kernel.texts import Text

LONGEST = 200  # characters of a name
SCIENTIFIC = r"^\d([.,]\d+)?[eE]\+\d+$"
SHEET_ERROR = r"^(#(REF|NAAM|NAME|VALUE|WAARDE|DIV/0|N/B|NUM)|=)"
BROKEN_LETTERS = r"Ã[\x{80}-\x{BF}]|â€|Â[\x{80}-\x{BF}]"
MARKUP = r"&(amp|lt|gt|quot|#\d+);|</?\w+>"
MAIL = r"[\w.+-]+@[\w-]+\.\w"
NINE_DIGITS = r"^\d{9}$"
NUMBER = r"^[\d.,:/ -]+$"
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # of the test that a Dutch citizen number passes
ELEVEN = 11
AS_UTF8 = Text("Bewaar het in de bron als UTF-8.", "Save it as UTF-8 at the source.")


def _somewhere(pattern: str, roles: tuple[Role, ...] = NAMES) -> str:
    return " OR ".join(matches(role, pattern) for role in roles)


def _like_citizen_number() -> str:
    total = " + ".join(
        f'{weight} * TRY_CAST(substr("case", {place}, 1) AS INT)'
        for place, weight in enumerate(WEIGHTS, 1)
    )
    return f"{matches(Role.CASE, NINE_DIGITS)} AND ({total}) % {ELEVEN} = 0"


KINDS = (
    Kind(
        "RB-EVENT-140",
        Treatment.REPAIRED,
        Text(
            "Spaties of tabs rond een naam zijn weggehaald.",
            "Spaces or tabs around a name were removed.",
        ),
        Text("Haal ze in de bron weg.", "Remove them at the source."),
        _somewhere(STRAY),
    ),
    Kind(
        "RB-EVENT-141",
        Treatment.REPAIRED,
        Text(
            "Onzichtbare tekens in een naam zijn weggehaald.",
            "Invisible characters in a name were removed.",
        ),
        Text("Typ de naam in de bron opnieuw.", "Type the name again at the source."),
        _somewhere(INVISIBLE),
    ),
    Kind(
        "RB-EVENT-142",
        Treatment.KEPT,
        Text(
            "In een naam zijn letters verloren gegaan (\N{REPLACEMENT CHARACTER}).",
            "Letters of a name were lost (\N{REPLACEMENT CHARACTER}).",
        ),
        AS_UTF8,
        _somewhere(r"\x{FFFD}"),
    ),
    Kind(
        "RB-EVENT-143",
        Treatment.KEPT,
        Text(
            "In een naam zijn letters verminkt: tweemaal omgezet.",
            "Letters of a name are mangled: converted twice.",
        ),
        AS_UTF8,
        _somewhere(BROKEN_LETTERS),
    ),
    Kind(
        "RB-EVENT-144",
        Treatment.KEPT,
        Text("In een naam staat opmaak van een webpagina.", "A name holds markup of a web page."),
        Text("Haal de opmaak in de bron weg.", "Remove the markup at the source."),
        _somewhere(MARKUP),
    ),
    Kind(
        "RB-EVENT-145",
        Treatment.ASIDE,
        Text(
            "Excel heeft van deze zaak een afgerond getal gemaakt.",
            "Excel made a rounded number of this course.",
        ),
        Text(
            "Maak de kolom op als tekst en voer opnieuw uit.",
            "Format the column as text and export again.",
        ),
        _somewhere(SCIENTIFIC, (Role.CASE,)),
    ),
    Kind(
        "RB-EVENT-146",
        Treatment.ASIDE,
        Text(
            "Het rekenblad schreef een fout of formule als zaak of activiteit.",
            "The spreadsheet wrote an error or a formula as course or activity.",
        ),
        Text("Bewaar in het rekenblad de waarden.", "Save the values in the spreadsheet."),
        _somewhere(SHEET_ERROR, (Role.CASE, Role.ACTIVITY)),
    ),
    Kind(
        "RB-EVENT-147",
        Treatment.KEPT,
        Text(
            f"Een activiteit is langer dan {LONGEST} tekens.",
            f"An activity is longer than {LONGEST} characters.",
        ),
        Text("Kies een kolom met korte, vaste namen.", "Choose a column of short, fixed names."),
        f"length(activity) > {LONGEST}",
    ),
    Kind(
        "RB-EVENT-151",
        Treatment.KEPT,
        Text(
            'De activiteit "{found}" is een getal of een dag.',
            'The activity "{found}" is a number or a day.',
        ),
        Text(
            "Zijn kolommen verschoven? Kijk naar --activity.",
            "Did columns shift? Look at --activity.",
        ),
        _somewhere(NUMBER, (Role.ACTIVITY,)),
        shown=cell(Role.ACTIVITY),
    ),
    Kind(
        "RB-EVENT-155",
        Treatment.KEPT,
        Text("Hier staat een mailadres.", "There is a mail address here."),
        Text(
            "Haal het weg: een logboek hoort niemand te noemen.",
            "Remove it: a log should name nobody.",
        ),
        _somewhere(MAIL),
    ),
    Kind(
        "RB-EVENT-156",
        Treatment.KEPT,
        Text(
            "Deze zaak lijkt op een burgerservicenummer.",
            "This course looks like a citizen number (BSN).",
        ),
        Text(
            "Gebruik het niet. Geef elke zaak een eigen nummer zonder betekenis.",
            "Do not use it. Give every course a number without meaning.",
        ),
        _like_citizen_number(),
    ),
)
