# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a table that should go out: RB-DISC."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class Unreadable(DomainError):
    code = "RB-DISC-001"
    cause = Text("{file} is niet te lezen: {reason}.", "{file} cannot be read: {reason}.")
    advice = Text(
        "Geef een CSV-bestand in UTF-8, met één rij per cel en de aantallen als laatste kolom.",
        "Give a CSV file in UTF-8, one row for each cell and the counts as its last column.",
    )


class BadRow(DomainError):
    code = "RB-DISC-002"
    cause = Text(
        '{file}, regel {line}: "{found}" hoort hier niet.',
        '{file}, line {line}: "{found}" does not belong here.',
    )
    advice = Text(
        "Elke rij heeft evenveel kolommen; het aantal is een heel getal, zonder punt of komma.",
        "Each row has the same columns; the count is a whole number, without point or comma.",
    )


class BelowZero(DomainError):
    code = "RB-DISC-003"
    cause = Text(
        "De cel {cell} heeft {count}: een aantal is nul of meer.",
        "The cell {cell} has {count}: a count is zero or more.",
    )
    advice = Text(
        "Tel opnieuw. Geef geen verschillen of percentages.",
        "Count again. Do not give differences or percentages.",
    )


class CategoryTwice(DomainError):
    code = "RB-DISC-004"
    cause = Text(
        'De categorie "{category}" van {dimension} staat er ook als som van andere, of twee keer.',
        'The category "{category}" of {dimension} is also a sum of others, or stands there twice.',
    )
    advice = Text(
        "Geef alleen de fijnste categorieën; de sommen maakt dit programma.",
        "Give the finest categories only; this program makes the sums.",
    )


class UnknownCategory(DomainError):
    code = "RB-DISC-005"
    cause = Text(
        "De cel {cell} hoort niet bij de categorieën van deze tabel.",
        "The cell {cell} does not belong to the categories of this table.",
    )
    advice = Text(
        "Kijk of elke rij evenveel kolommen heeft en of de namen kloppen.",
        "Check that each row has the same columns and that the names are right.",
    )


class SumsDiffer(DomainError):
    code = "RB-DISC-006"
    cause = Text(
        "Het totaal {cell} is {told}, maar de cellen geven samen {found}.",
        "The total {cell} says {told}, but its cells add up to {found}.",
    )
    advice = Text(
        "Laat de totalen weg, of verbeter ze. Afgeronde aantallen kunnen niet.",
        "Leave out the totals, or mend them. Rounded counts will not do.",
    )


class TooLarge(DomainError):
    code = "RB-DISC-007"
    cause = Text(
        "Samen met wat al uitkwam zijn dit {count} combinaties; hoogstens {most} zijn na te gaan.",
        "With all that came out before these are {count} combinations; at most {most} can be audited.",
    )
    advice = Text(
        "Maak kubussen met minder of grovere categorieën.",
        "Make cubes with fewer or coarser categories.",
    )


class OtherCategories(DomainError):
    code = "RB-DISC-008"
    cause = Text(
        "{dimension} heeft andere categorieën dan een tabel die al uitkwam: {names}.",
        "{dimension} has other categories than a table that came out before: {names}.",
    )
    advice = Text(
        "Zeg met --groups uit welke basiscategorieën elke categorie bestaat.",
        "Say with --groups which basic categories each category holds.",
    )


class Contradiction(DomainError):
    code = "RB-DISC-009"
    cause = Text(
        "Geen enkele telling van mensen past bij alles wat openbaar is, deze tabel erbij.",
        "No count of people fits everything that is public, this table included.",
    )
    advice = Text(
        "Tel dezelfde mensen op dezelfde dag. Zet een latere periode als categorie in de tabel.",
        "Count the same people on the same day. Put a later period in the table as a category.",
    )


class CannotBeSafe(DomainError):
    code = "RB-DISC-010"
    cause = Text(
        "Deze tabel kan niet veilig uitkomen: {cell} volgt al uit wat openbaar is.",
        "This table cannot come out safely: {cell} follows from what is public already.",
    )
    advice = Text(
        "Neem grovere categorieën, of laat deze tabel weg.",
        "Take coarser categories, or leave this table out.",
    )


class ReleaseChanged(DomainError):
    code = "RB-DISC-011"
    cause = Text(
        "De uitgave {file} is niet zoals haar verslag zegt: {reason}.",
        "The release {file} is not as its report says: {reason}.",
    )
    advice = Text(
        "Zet het bestand terug zoals het uitkwam. Zonder alle uitgaven is niets na te gaan.",
        "Put the file back as it came out. Without all releases nothing can be audited.",
    )


class ReleaseExists(DomainError):
    code = "RB-DISC-012"
    cause = Text("De uitgave {file} bestaat al.", "The release {file} is there already.")
    advice = Text(
        "Een uitgave verandert niet. Geef een andere naam of een andere dag.",
        "A release does not change. Give another name or another day.",
    )


class NotAudited(DomainError):
    code = "RB-DISC-013"
    cause = Text(
        "Deze tabel is niet nagegaan, of na een andere uitgave.",
        "This table was not audited, or another release came out since.",
    )
    advice = Text(
        "Ga de tabel eerst na tegen alles wat uitkwam.",
        "Audit the table against all that came out first.",
    )


class NotSolved(DomainError):
    code = "RB-DISC-014"
    cause = Text("Het rekenen liep vast: {reason}.", "The arithmetic got stuck: {reason}.")
    advice = Text(
        "Maak de tabel kleiner. Wat niet is nagegaan, komt niet uit.",
        "Make the table smaller. What was not audited does not come out.",
    )


class BadThreshold(DomainError):
    code = "RB-DISC-015"
    cause = Text(
        "De drempel {threshold} kan niet: hij is 2 of meer.",
        "The threshold {threshold} is not possible: it is 2 or more.",
    )
    advice = Text("Voor mensen in zorg: 10.", "For people in care: 10.")


class ExtraMissing(DomainError):
    code = "RB-DISC-016"
    cause = Text(
        "Voor dit werk ontbreekt een pakket: {what}.", "A package for this work is missing: {what}."
    )
    advice = Text(
        "Installeer requirements/analytics.txt. De site werkt ook zonder.",
        "Install requirements/analytics.txt. The site works without it too.",
    )


class BadLabel(DomainError):
    code = "RB-DISC-017"
    cause = Text(
        '{file}, regel {line}: "{found}" kan geen naam van een categorie zijn.',
        '{file}, line {line}: "{found}" cannot be the name of a category.',
    )
    advice = Text(
        "Hoogstens 80 tekens, zonder >. Begin niet met = + - @ of een aanhalingsteken.",
        "At most 80 characters, without >. Do not begin with = + - @ or a quotation mark.",
    )
