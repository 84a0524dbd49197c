# SPDX-License-Identifier: EUPL-1.2
"""What a change asks and of whom, who loses something by it, and what we do not know: in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ruimbaan.core.advice.changes import Kind, Proposal
from ruimbaan.core.advice.evidence import Evidence
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText

_WORK: dict[Kind, Text] = {
    Kind.FOLLOW_HIGHER: Text(
        "Wie aan de balie werkt: niet meer vragen dan de hogere regel. Bij twijfel weet men wie "
        "men mag bellen.",
        "Who works at the counter: asking no more than the higher rule does. When in doubt they "
        "know whom to call.",
    ),
    Kind.SHORTEN: Text(
        "De uitvoering: eerder beginnen, en zeggen wat daarvoor blijft liggen.",
        "Those who do the work: beginning sooner, and saying what is left for it.",
    ),
    Kind.SECOND_GATE: Text(
        "De plek achter de tweede deur: ook mensen aannemen die zo binnenkomen.",
        "The place behind the second door: taking in people who come that way too.",
    ),
    Kind.DROP: Text(
        "Wie aan de balie werkt: de vraag niet meer stellen, ook niet uit gewoonte.",
        "Who works at the counter: not asking it any more, nor out of habit.",
    ),
}
_COSTS: dict[Kind, Text] = {
    Kind.FOLLOW_HIGHER: Text(
        "Niemand verliest iets waar de hogere regel recht op geeft.",
        "Nobody loses anything that the higher rule gives a right to.",
    ),
    Kind.SHORTEN: Text(
        "Wie nu vooraan staat kan iets langer wachten als er geen uren bij komen.",
        "Who is first in line now may wait a little longer when no hours are added.",
    ),
    Kind.SECOND_GATE: Text(
        "De plek achter de tweede deur krijgt meer vragen.",
        "The place behind the second door gets more questions.",
    ),
    Kind.DROP: Text(
        "Als er meer vragen komen en niet meer plekken, wordt de wachttijd voor iedereen langer.",
        "When more people ask and there are no more places, everybody waits longer.",
    ),
}
DECIDES = Text("{who}: besluiten over de tekst.", "{who}: deciding on the text.")
MANDATED = Text("{who}: het nieuwe besluit uitvoeren.", "{who}: carrying out the new decision.")
TABLE = Text(
    "Een ronde tafel met mensen die het meemaakten: eerst lezen, dan zeggen wat er mist.",
    "A round table with people who lived it: reading first, then saying what is missing.",
)
PURPOSE = Text(
    "Waar de regel voor was: “{why}” Zeg erbij hoe dat doel dan wordt gehaald.",
    "What the rule was for: “{why}” Say how that aim is met then.",
)
LOSES_NOTHING = Text(
    "In de berekening wacht niemand langer, omdat alle wachttijden daarin gelijk blijven.",
    "In the calculation nobody waits longer, because it keeps all waits as they are.",
)
BY_KIND = Text(
    "De tabellen tellen per soort steun. Ook wie deze regel nooit tegenkwam zit erin.",
    "The tables count by kind of support. Who never met this rule is in them too.",
)
ANY_RULE = Text(
    "Het effect gaat over ruimte in welke regel dan ook, bij wie om deze steun vroeg. Wie ruimte "
    "kreeg kan ook in iets anders verschillen.",
    "The effect is of room in any rule, for who asked for this support. Who was given room may "
    "differ in other things too.",
)
WHO_SPOKE = Text(
    "Wie iets meldt kiest daar zelf voor. Hoeveel mensen niets meldden weten we niet.",
    "Who reports something chooses to. How many said nothing we do not know.",
)
WAITS_HELD = Text(
    "De winst is uitgerekend met alle wachttijden gelijk gehouden, voor verzonnen mensen. Twee "
    "regels samen kunnen meer doen dan elk alleen.",
    "The gain is worked out with all waits held constant, for made-up people. Two rules together "
    "may do more than each alone.",
)
HIDDEN = Text(
    "Wat over minder dan tien mensen gaat tonen we niet. Dat is niet hetzelfde als nul.",
    "What is about fewer than ten people is not shown. That is not the same as zero.",
)
DAMAGED = Text(
    "Het bestand {name} is niet meer wat er is nagerekend. Wij gebruiken het niet.",
    "The file {name} is no longer what was worked out. We do not use it.",
)
NO_FIGURES = Text(
    "Er zijn nog geen cijfers die over deze regel gaan.",
    "There are no figures yet that are about this rule.",
)


def asks_of(rule: RuleText, proposal: Proposal) -> tuple[Text, ...]:
    found = [_with(DECIDES, who=proposal.who), _WORK[proposal.kind]]
    deputies = [one.deputy for one in rule.mandates if one.deputy.nl]
    found += [_with(MANDATED, who=who) for who in deputies]
    return (*found, TABLE)


def loses(rule: RuleText, proposal: Proposal, evidence: Evidence) -> tuple[Text, ...]:
    found = [_COSTS[proposal.kind]]
    if rule.plain.why.nl:
        found.append(_with(PURPOSE, why=rule.plain.why))
    if evidence.gain is not None:
        found.append(LOSES_NOTHING)
    return tuple(found)


def not_known(evidence: Evidence, damaged: Iterable[str] = ()) -> tuple[Text, ...]:
    return (*(_with(DAMAGED, name=Text(name)) for name in damaged), *_not_known(evidence))


def _not_known(evidence: Evidence) -> Iterator[Text]:
    if not evidence:
        yield NO_FIGURES
    if evidence.asked:
        yield BY_KIND
    if evidence.effects:
        yield ANY_RULE
    if evidence.reported:
        yield WHO_SPOKE
    if evidence.gain is not None:
        yield WAITS_HELD
    yield HIDDEN


def _with(words: Text, **told: Text) -> Text:
    return Text(
        _begun(words.nl.format(**{name: one.nl for name, one in told.items()})),
        _begun(words.en.format(**{name: one.in_language("en") for name, one in told.items()})),
    )


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
