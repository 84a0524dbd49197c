# SPDX-License-Identifier: EUPL-1.2
"""What deserves a look and stops nobody: RB-WRL-101 and up."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.worldfile.problems import WorldWarning


class GivesNothing(WorldWarning):
    code = "RB-WRL-101"
    cause = Text('De dienst "{name}" geeft niets.', 'The service "{name}" gives nothing.')
    advice = Text(
        "Schrijf wat de dienst geeft; anders komt hij alleen als steun in een route.",
        "Write what it gives; otherwise it is in a route only as support.",
    )


class ExpiresForGood(WorldWarning):
    code = "RB-WRL-102"
    cause = Text(
        '"{name}" verloopt en is niet opnieuw te krijgen, maar deze dienst geeft het elke keer weer.',
        '"{name}" expires and cannot be had again, yet this service gives it every time.',
    )
    advice = Text(
        "De route is hier te mooi. Zet again: true, of geef het feit als vast venster.",
        "The route is too good here. Write again: true, or give the fact as a fixed window.",
    )


class AgainNotSaid(WorldWarning):
    code = "RB-WRL-103"
    cause = Text(
        '"{name}" verloopt; er staat niet of het opnieuw te krijgen is.',
        '"{name}" expires; the file does not say whether it can be had again.',
    )
    advice = Text(
        "Zet again: true of again: false bij het feit.",
        "Write again: true or again: false in the fact.",
    )


class NobodyGives(WorldWarning):
    code = "RB-WRL-104"
    cause = Text(
        '"{name}" is nodig en hoort van een dienst te komen, maar geen dienst geeft het.',
        '"{name}" is needed and should come from a service, yet no service gives it.',
    )
    advice = Text(
        "Voeg de dienst toe, of zet kind: person, region of discretion bij het feit.",
        "Add the service, or write kind: person, region or discretion in the fact.",
    )


class GoalTooFar(WorldWarning):
    code = "RB-WRL-105"
    cause = Text(
        'Het doel "{name}" is pas nodig op dag {day}; plannen gaan tot dag {horizon}.',
        'The goal "{name}" is needed on day {day} only; plans run until day {horizon}.',
    )
    advice = Text("Maak de horizon van de regio langer.", "Make the horizon of the region longer.")


class RuleChanges(WorldWarning):
    code = "RB-WRL-107"
    cause = Text(
        'Regel "{name}" verandert op {date}; elk plan rekent met de versie van dag 0.',
        'Rule "{name}" changes on {date}; every plan counts with the version of day 0.',
    )
    advice = Text(
        "Reken vanaf die dag met --as-of {date}.", "From that day on, plan with --as-of {date}."
    )


class RoomWithoutRule(WorldWarning):
    code = "RB-WRL-106"
    cause = Text(
        "{key} staat hier zonder regel; het gebeurt dus nooit.",
        "{key} has no rule here, so it never happens.",
    )
    advice = Text("Noem de regel die hier kan wijken.", "Name the rule that can bend here.")


class TakesWhatItNeeds(WorldWarning):
    code = "RB-WRL-108"
    cause = Text(
        '"{name}" is nodig op de dag van de start, en deze dienst neemt het op die dag weg.',
        '"{name}" is needed on the day of the start, and this service takes it away on that day.',
    )
    advice = Text(
        "Zo komt niemand binnen. Zet after: 1 bij takes, of haal de voorwaarde weg.",
        "Nobody gets in like this. Write after: 1 in takes, or remove the need.",
    )


class CanManageNothing(WorldWarning):
    code = "RB-WRL-109"
    cause = Text(
        "appointments_a_week is 0: elke dienst met een afspraak valt weg.",
        "appointments_a_week is 0: every service with an appointment falls away.",
    )
    advice = Text(
        "Laat de sleutel weg als er geen grens is.", "Leave the key out when there is no limit."
    )
