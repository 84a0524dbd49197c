# SPDX-License-Identifier: EUPL-1.2
"""How one rule could read instead: four kinds of change, in the words of the rulebook itself.

It is a draft for people: nothing here knows what is lawful, or what somebody meant by a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import CLASS_OF, Layer
from ruimbaan.core.rules.rule import Flexibility, LadderStep, RuleClass
from ruimbaan.core.rules.rulebook import Effect, RuleText

TIMES = (Effect.WAIT, Effect.DURATION)


class Kind(StrEnum):
    FOLLOW_HIGHER = "follow-higher"  # practice does what the higher rule says already
    SHORTEN = "shorten"
    SECOND_GATE = "second-gate"
    DROP = "drop"


WORDS: dict[Kind, Text] = {
    Kind.FOLLOW_HIGHER: Text("Doe wat de hogere regel al zegt", "Do what the higher rule says"),
    Kind.SHORTEN: Text(
        "Maak de termijn korter of begin eerder", "Make it shorter, or begin sooner"
    ),
    Kind.SECOND_GATE: Text("Open een tweede deur", "Open a second door"),
    Kind.DROP: Text("Laat de eis vervallen", "Drop the demand"),
}
_BEGINS: dict[Kind, Text] = {
    Kind.FOLLOW_HIGHER: Text(
        "De eis “{title}” vervalt. We doen wat {higher} al zegt.",
        "The demand “{title}” is dropped. We do what {higher} says already.",
    ),
    Kind.SHORTEN: Text(
        "“{title}” geldt niet meer als vaste tijd. Eerder beginnen en eerder klaar zijn mag.",
        "“{title}” is no fixed time any more. Beginning and being done sooner is allowed.",
    ),
    Kind.SECOND_GATE: Text(
        "Naast “{title}” is er een tweede deur.", "Beside “{title}” there is a second door."
    ),
    Kind.DROP: Text("De eis “{title}” vervalt.", "The demand “{title}” is dropped."),
}
_LAYERS: dict[Layer, Text] = {
    Layer.ORDINANCE: Text("de gemeenteraad", "the municipal council"),
    Layer.POLICY: Text("burgemeester en wethouders", "the municipal executive"),
    Layer.CONTRACT: Text(
        "de twee partijen van de afspraak, samen", "the two parties of the agreement, together"
    ),
    Layer.PROCEDURE: Text("de leiding van de organisatie", "the management of the organisation"),
    Layer.HABIT: Text(
        "het team zelf, met de leiding", "the team itself, together with its management"
    ),
}
LEGISLATOR = Text("de wetgever in Den Haag", "the national legislator")


@dataclass(frozen=True, slots=True)
class Proposal:
    """`text` is a draft. `who` decides on it, which may be others than who may bend the rule."""

    kind: Kind
    text: Text
    who: Text


def proposal_for(rule: RuleText, higher: RuleText | None) -> Proposal:
    kind = kind_for(rule)
    title = _plain(rule.rule.title)
    above = f"{higher.number} ({_cited(higher)})" if higher else rule.rule.conflicts_with
    begins = _BEGINS[kind]
    said = _first_said(rule, higher if kind is Kind.FOLLOW_HIGHER else None)
    return Proposal(
        kind,
        Text(
            f"{begins.nl.format(title=title.nl, higher=above)} {said.nl}".strip(),
            f"{begins.en.format(title=title.in_language('en'), higher=above)} "
            f"{said.in_language('en')}".strip(),
        ),
        who_decides(rule),
    )


def kind_for(rule: RuleText) -> Kind:
    kept = rule.rule
    if kept.conflicts_with:
        return Kind.FOLLOW_HIGHER
    if kept.step is LadderStep.OTHER_GATE:
        return Kind.SECOND_GATE
    is_time = kept.flexible is Flexibility.SHORTEN or rule.effect in TIMES
    return Kind.SHORTEN if is_time or kept.step is LadderStep.START_EARLIER else Kind.DROP


def text_of(rule: RuleText) -> Text:
    """What a rule says; its title where nobody wrote it out."""
    return rule.rule.sentence if rule.rule.sentence.nl else rule.rule.title


def who_decides(rule: RuleText) -> Text:
    """Whoever made a rule changes it: that follows from the layer."""
    if rule.layer is None or CLASS_OF[rule.layer] is RuleClass.LAW:
        return LEGISLATOR
    return _LAYERS[rule.layer]


def is_law(rule: RuleText) -> bool:
    return rule.layer is not None and CLASS_OF[rule.layer] is RuleClass.LAW


def _first_said(rule: RuleText, higher: RuleText | None) -> Text:
    """What the rulebook says of the room there is: first what the ground of the rule says, then what
    the higher rule says, then the plain text."""
    told = (rule.hook.says, higher.rule.sentence if higher else Text(""), rule.plain.room)
    return next((one for one in told if one.nl), Text(""))


def _cited(rule: RuleText) -> str:
    return "; ".join(one.cited.nl for one in rule.sources) or rule.id


def _plain(title: Text) -> Text:
    return Text(title.nl.rstrip("."), title.in_language("en").rstrip("."))
