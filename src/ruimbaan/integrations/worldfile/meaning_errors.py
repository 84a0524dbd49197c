# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the meaning of a world: RB-WRL-040 to 069."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.worldfile.problems import WorldError


class DuplicateName(WorldError):
    code = "RB-WRL-040"
    cause = Text(
        '"{name}" staat twee keer in deze wereld; eerst op {first}.',
        '"{name}" stands in this world twice; first at {first}.',
    )
    advice = Text(
        "Houd er één over of geef er één een andere naam.",
        "Keep one, or give one of them another name.",
    )


class RegionMissing(WorldError):
    code = "RB-WRL-041"
    cause = Text("Deze wereld heeft geen regio.", "This world has no region.")
    advice = Text(
        "Zet in één bestand: region: {{id: mijn-regio, as_of: 2026-11-21}}.",
        "Put in one file: region: {{id: my-region, as_of: 2026-11-21}}.",
    )


class DayZeroMissing(WorldError):
    code = "RB-WRL-042"
    cause = Text("Niemand zegt welke datum dag 0 is.", "Nobody says which date day 0 is.")
    advice = Text(
        "Zet as_of bij de regio, of geef --as-of mee.", "Put as_of in the region, or give --as-of."
    )


class UnknownFact(WorldError):
    code = "RB-WRL-043"
    cause = Text('Het feit "{name}" bestaat niet.', 'There is no fact "{name}".')
    advice = Text(
        "Zet het onder facts, of verbeter de naam.{suggestion}",
        "Put it under facts, or mend the name.{suggestion}",
    )


class UnknownRule(WorldError):
    code = "RB-WRL-044"
    cause = Text('De regel "{name}" bestaat niet.', 'There is no rule "{name}".')
    advice = Text(
        "Zet hem onder rules, of verbeter de naam.{suggestion}",
        "Put it under rules, or mend the name.{suggestion}",
    )


class UnknownService(WorldError):
    code = "RB-WRL-045"
    cause = Text('De dienst "{name}" bestaat niet.', 'There is no service "{name}".')
    advice = Text(
        "Zet hem onder services, of verbeter de naam.{suggestion}",
        "Put it under services, or mend the name.{suggestion}",
    )


class MadeFactDenied(WorldError):
    code = "RB-WRL-046"
    cause = Text(
        '"is: no" kan niet bij "{name}": iets in deze wereld maakt dat feit.',
        '"is: no" is not possible for "{name}": something in this world makes that fact.',
    )
    advice = Text(
        "Gebruik een feit dat alleen van de persoon of de regio komt, of een regel met takes.",
        "Use a fact that only comes from the person or the region, or a rule with takes.",
    )


class HelperCircle(WorldError):
    code = "RB-WRL-047"
    cause = Text(
        "Deze hulpfeiten wachten op elkaar: {circle}.",
        "These helper facts wait for each other: {circle}.",
    )
    advice = Text("Haal één van deze feiten uit means.", "Take one of these facts out of means.")


class HelperAtStart(WorldError):
    code = "RB-WRL-048"
    cause = Text('Het hulpfeit "{name}" kent geen start.', 'The helper fact "{name}" has no start.')
    advice = Text(
        'Haal "at: start" weg, of zet deze voorwaarde bij de dienst.',
        'Remove "at: start", or put this need in the service.',
    )


class HelperGivenElsewhere(WorldError):
    code = "RB-WRL-049"
    cause = Text(
        '"{name}" is een hulpfeit; het kan niet ook nog ergens anders vandaan komen.',
        '"{name}" is a helper fact; it cannot come from anything else as well.',
    )
    advice = Text(
        "Haal het hier weg, of haal means weg bij het feit.",
        "Remove it here, or remove means from the fact.",
    )


class TooManyAlternatives(WorldError):
    code = "RB-WRL-050"
    cause = Text(
        '"{name}" heeft meer dan {limit} combinaties van alternatieven.',
        '"{name}" has more than {limit} combinations of alternatives.',
    )
    advice = Text(
        "Maak van een groep any_of een hulpfeit met means.",
        "Turn a group of any_of into a helper fact with means.",
    )


class ShortenIsLonger(WorldError):
    code = "RB-WRL-051"
    cause = Text(
        "shorten_to ({short}) is langer dan de wachttijd ({days}).",
        "shorten_to ({short}) is longer than the wait ({days}).",
    )
    advice = Text(
        "Schrijf hoe kort het wordt als de regel wijkt.",
        "Write how short it gets when the rule bends.",
    )


class LongerIsShorter(WorldError):
    code = "RB-WRL-052"
    cause = Text(
        "longer ({longer}) is korter dan valid ({valid}).",
        "longer ({longer}) is shorter than valid ({valid}).",
    )
    advice = Text(
        "Schrijf hoe lang het geldt als de regel wijkt.",
        "Write how long it is valid when the rule bends.",
    )


class EmptyPeriod(WorldError):
    code = "RB-WRL-053"
    cause = Text(
        "Deze periode is leeg: van {first} tot {until}.",
        "This period is empty: from {first} until {until}.",
    )
    advice = Text(
        '"until" is de eerste dag die niet meer meetelt.',
        '"until" is the first day that no longer counts.',
    )


class DoubleGoal(WorldError):
    code = "RB-WRL-054"
    cause = Text('Het doel "{name}" staat er twee keer.', 'The goal "{name}" stands here twice.')
    advice = Text(
        "Houd er één over; weight zegt hoe zwaar het telt.",
        "Keep one; weight says how much it counts.",
    )


class UnknownPerson(WorldError):
    code = "RB-WRL-055"
    cause = Text('In deze wereld is geen persoon "{name}".', 'This world has no person "{name}".')
    advice = Text("Kies uit: {known}.{suggestion}", "Choose from: {known}.{suggestion}")


class PersonNotChosen(WorldError):
    code = "RB-WRL-056"
    cause = Text("Deze wereld heeft {count} personen.", "This world has {count} persons.")
    advice = Text("Kies er één met --person: {known}.", "Choose one with --person: {known}.")


class NobodyHere(WorldError):
    code = "RB-WRL-057"
    cause = Text("In deze wereld staat geen persoon.", "This world has no person.")
    advice = Text("Voeg person toe met facts en goals.", "Add a person with facts and goals.")


class SecondRegion(WorldError):
    code = "RB-WRL-058"
    cause = Text(
        'Een wereld heeft één regio. Hier staat "{name}"; op {first} staat "{other}".',
        'A world has one region. Here stands "{name}"; at {first} stands "{other}".',
    )
    advice = Text(
        "Geef de bestanden van één regio, of zet elke regio in een eigen map.",
        "Give the files of one region, or put each region in a folder of its own.",
    )


class VersionsApart(WorldError):
    code = "RB-WRL-060"
    cause = Text(
        'Tussen twee versies van regel "{name}" zitten dagen zonder versie: van {first} tot {until}.',
        'Between two versions of rule "{name}" are days without one: from {first} until {until}.',
    )
    advice = Text(
        "Laat valid_from de valid_until van de vorige versie zijn, of geef de regel een nieuwe naam.",
        "Let valid_from be the valid_until of the version before, or give the rule a new name.",
    )


class UnknownLaw(WorldError):
    code = "RB-WRL-061"
    cause = Text('De wet "{name}" bestaat niet.', 'There is no law "{name}".')
    advice = Text(
        "Zet haar onder laws, of verbeter de naam.{suggestion}",
        "Put it under laws, or mend the name.{suggestion}",
    )


class ClassOfOtherLayer(WorldError):
    code = "RB-WRL-062"
    cause = Text(
        'Een regel van laag "{layer}" heeft class {expected}, niet {found}.',
        'A rule of layer "{layer}" has class {expected}, not {found}.',
    )
    advice = Text("Laat class weg: de laag zegt het al.", "Leave out class: the layer says it.")


class SpreadUpsideDown(WorldError):
    code = "RB-WRL-063"
    cause = Text(
        "p90 ({p90}) is korter dan p50 ({p50}).", "p90 ({p90}) is shorter than p50 ({p50})."
    )
    advice = Text(
        "p50 is de helft van de mensen, p90 negen van de tien.",
        "p50 is half of the people, p90 is nine in ten.",
    )


class DayZeroTooFar(WorldError):
    code = "RB-WRL-059"
    cause = Text("Dag 0 is {date}; dat is te ver weg.", "Day 0 is {date}; that is too far away.")
    advice = Text(
        "Kies een datum tussen {least} en {most}.", "Choose a date between {least} and {most}."
    )


class ExcludesItself(WorldError):
    code = "RB-WRL-064"
    cause = Text(
        'De dienst "{name}" staat bij zijn eigen excludes.',
        'The service "{name}" stands in its own excludes.',
    )
    advice = Text(
        "Noem een andere dienst; dezelfde kan altijd nog een keer.",
        "Name another service; the same one can always be had once more.",
    )
