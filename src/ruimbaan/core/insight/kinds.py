# SPDX-License-Identifier: EUPL-1.2
"""How a kind of support is called where there is little room, and between which sides of the
frictions it stands. The numbers are those of the Kaart."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.kernel.texts import Text

ALL, SELF, UNKNOWN, OTHER = "alle", "zelf", "anders", "overig"
NO_KIND: Mapping[str, Text] = {
    ALL: Text("Alles samen", "All together"),
    SELF: Text("Iemand zelf", "The person alone"),
    UNKNOWN: Text("Niet bekend", "Not known"),
    OTHER: Text("Andere steun", "Other support"),
}
KINDS: Mapping[int, Text] = {
    1: Text("Huisarts", "Family doctor"),
    2: Text("Straatdokter", "Street doctor"),
    3: Text("Eerste gesprek", "First talk"),
    4: Text("Poli", "Outpatient clinic"),
    5: Text("Hulp online", "Help online"),
    6: Text("Detox", "Detox"),
    7: Text("Detox thuis", "Detox at home"),
    8: Text("Deeltijd", "Day treatment"),
    9: Text("Kliniek", "Clinic"),
    10: Text("Dubbele diagnose", "Dual diagnosis"),
    11: Text("FACT-team", "FACT team"),
    12: Text("Medicijn", "Medication"),
    13: Text("Gebruiksruimte", "Drug room"),
    14: Text("Hulp bij straf", "Forensic help"),
    15: Text("Reclassering", "Probation"),
    16: Text("Nachtopvang", "Night shelter"),
    17: Text("Opvang", "Shelter"),
    18: Text("Beschermd wonen", "Sheltered living"),
    19: Text("Herstelhuis", "Recovery house"),
    20: Text("Eerst een huis", "Housing First"),
    21: Text("Kamer voor jongeren", "Room for youth"),
    22: Text("Voorrang op een huis", "Priority for a home"),
    23: Text("Begeleiding thuis", "Support at home"),
    24: Text("Dagbesteding", "Daytime activity"),
    25: Text("Briefadres", "Postal address"),
    26: Text("Uitkering", "Benefit"),
    27: Text("Extra geld", "Extra money"),
    28: Text("Schuldhulp", "Debt help"),
    29: Text("Bewind", "Money managed"),
    30: Text("Huis houden", "Keeping a home"),
    31: Text("Werkcoach", "Job coach"),
    32: Text("Werk oefenen", "Work practice"),
    33: Text("Opleiding ervaring", "Peer training"),
    34: Text("Herstelplek", "Recovery place"),
    35: Text("Zelfhulp", "Self-help"),
    36: Text("Maatje", "Buddy"),
    37: Text("Steun voor naasten", "For close ones"),
    38: Text("Iemand naast je", "Someone beside you"),
    39: Text("Gezinshulp", "Family help"),
    40: Text("Wijkteam", "Local team"),
    41: Text("Straatwerk", "Street work"),
    42: Text("Samen sporten", "Sports together"),
}
SIDES: Mapping[str, frozenset[int]] = {
    "behandeling": frozenset({3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14}),
    "huisarts": frozenset({1, 2}),
    "wijkteam": frozenset({38, 40, 41}),
    "burgerzaken": frozenset({25}),
    "inkomen": frozenset({26, 27}),
    "opvang": frozenset({13, 16, 17}),
    "begeleiding": frozenset({18, 20, 21, 23, 24}),
    "schuldhulp": frozenset({28, 29, 30}),
    "corporatie": frozenset({22}),
    "justitie": frozenset({14, 15}),
    "jeugdhulp": frozenset({39}),
    "werkgever": frozenset({31, 32}),
    "initiatief": frozenset({19, 33, 34, 35, 36, 42}),
    "naaste": frozenset({37}),
}


def kind_name(code: str) -> Text:
    """Of a code in a released table; the code itself where this site does not know it."""
    number = int(code) if code.isdecimal() else 0
    return KINDS.get(number) or NO_KIND.get(code) or Text(code, code)


def sides_of(code: str) -> frozenset[str]:
    """The sides of frictions on which this kind of support stands."""
    if not code.isdecimal():
        return frozenset()
    return frozenset(side for side, kinds in SIDES.items() if int(code) in kinds)
