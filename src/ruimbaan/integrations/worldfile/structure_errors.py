# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the shape of a world: RB-WRL-020 to 039."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.worldfile.problems import WorldError


class UnknownKey(WorldError):
    code = "RB-WRL-020"
    cause = Text('De sleutel "{key}" bestaat hier niet.', 'There is no key "{key}" here.')
    advice = Text("Hier mag: {allowed}.{suggestion}", "Allowed here: {allowed}.{suggestion}")


class MissingKey(WorldError):
    code = "RB-WRL-021"
    cause = Text('Hier ontbreekt "{key}".', '"{key}" is missing here.')
    advice = Text(
        "Voeg de sleutel toe; zie docs/reference/world-format.md.",
        "Add the key; see docs/reference/world-format.md.",
    )


class WrongKind(WorldError):
    code = "RB-WRL-022"
    cause = Text(
        "Hier hoort {expected}, er staat {found}.", "This must be {expected}, not {found}."
    )
    advice = Text(
        "Zet tekst die op een getal of op ja/nee lijkt tussen aanhalingstekens; "
        "laat een lege sleutel weg.",
        "Put quotes around text that looks like a number or a yes/no; leave out an empty key.",
    )


class NotInList(WorldError):
    code = "RB-WRL-023"
    cause = Text('"{found}" kan hier niet.', '"{found}" is not possible here.')
    advice = Text("Kies uit: {allowed}.{suggestion}", "Choose from: {allowed}.{suggestion}")


class BadLength(WorldError):
    code = "RB-WRL-024"
    cause = Text('"{found}" is geen aantal dagen.', '"{found}" is not a number of days.')
    advice = Text(
        "Schrijf hele dagen (14), of een getal met d, w (7 dagen) of m (30 dagen): 14d, 2w, 6m.",
        "Write whole days (14), or a number with d, w (7 days) or m (30 days): 14d, 2w, 6m.",
    )


class NegativeLength(WorldError):
    code = "RB-WRL-025"
    cause = Text(
        "Een duur of wachttijd kan niet onder nul zijn: {found}.",
        "A length or wait cannot be below zero: {found}.",
    )
    advice = Text("Schrijf 0 of meer dagen.", "Write 0 or more days.")


class OutOfRange(WorldError):
    code = "RB-WRL-026"
    cause = Text(
        "{found} ligt niet tussen {least} en {most}.", "{found} is not between {least} and {most}."
    )
    advice = Text("Kies een getal daarbinnen.", "Choose a number in between.")


class BadName(WorldError):
    code = "RB-WRL-027"
    cause = Text('"{found}" kan geen naam zijn.', '"{found}" cannot be a name.')
    advice = Text(
        "Gebruik hoogstens 80 letters zonder accent, cijfers, punten en streepjes, en geen spatie.",
        "Use at most 80 letters without accents, digits, dots and hyphens, and no space.",
    )


class BadDate(WorldError):
    code = "RB-WRL-028"
    cause = Text('"{found}" is geen datum.', '"{found}" is not a date.')
    advice = Text("Schrijf jaar-maand-dag: 2026-11-21.", "Write year-month-day: 2026-11-21.")


class BadText(WorldError):
    code = "RB-WRL-029"
    cause = Text(
        'Deze tekst is leeg, te lang of heeft de verkeerde vorm: "{found}".',
        'This text is empty, too long or of the wrong form: "{found}".',
    )
    advice = Text(
        "Een tekst heeft 1 tot 4.000 tekens; een leefgebied 2 tot 4 hoofdletters (WON).",
        "A text has 1 to 4,000 characters; a life domain 2 to 4 capitals (WON).",
    )


class TooMany(WorldError):
    code = "RB-WRL-030"
    cause = Text(
        "Hier staan er {found}, er mogen er {most}.",
        "There are {found} here, at most {most} are allowed.",
    )
    advice = Text(
        "Verdeel het, of laat weg wat niemand gebruikt.", "Split it, or leave out what nobody uses."
    )


class TooFew(WorldError):
    code = "RB-WRL-031"
    cause = Text("Hier staat niets.", "There is nothing here.")
    advice = Text(
        "Vul minstens één ding in, of laat de sleutel weg.",
        "Fill in at least one thing, or leave out the key.",
    )


class NotAWorld(WorldError):
    code = "RB-WRL-032"
    cause = Text(
        "Dit bestand is geen wereld: er staat {found}.",
        "This file is not a world: it holds {found}.",
    )
    advice = Text(
        "Begin met sleutels als region, rules, facts, services of person.",
        "Begin with keys such as region, rules, facts, services or person.",
    )


class NotTogether(WorldError):
    code = "RB-WRL-033"
    cause = Text("{one} en {other} gaan niet samen.", "{one} and {other} do not go together.")
    advice = Text("Kies er één.", "Choose one.")
