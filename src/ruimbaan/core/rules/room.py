# SPDX-License-Identifier: EUPL-1.2
"""How much room a rule leaves, in one statement that never says yes and no at once.

The layer says how fixed rules of that kind are; the hook says what this rule allows. Where they
differ the hook is more precise, so it wins: fixed law can still hold a term that may be shorter,
a right or a duty, and a council's rule can lack the way out that others have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import LAYER_TEXTS, Layer, LayerText
from ruimbaan.core.rules.rule import Flexibility, LadderStep
from ruimbaan.core.rules.rulebook import HookStrength, RuleText


@dataclass(frozen=True, slots=True)
class Room:
    """`strength` and `account` are for a worker (B1), `for_you` is for a person (A2)."""

    strength: Text
    for_you: Text
    account: Text


STRENGTH: Mapping[HookStrength, Text] = {
    HookStrength.DUTY: Text(
        "Plicht: de organisatie moet dit doen.", "Duty: the organisation must do this."
    ),
    HookStrength.RIGHT: Text("Recht: iemand kan dit eisen.", "Right: a person can demand this."),
    HookStrength.MAY: Text(
        "Mag: iemand kan dit doen, met een reden.", "May: somebody can do this, with a reason."
    ),
    HookStrength.NONE: Text(
        "Deze regel geeft zelf geen ruimte.", "This rule itself gives no room."
    ),
}
SOONER = Text("Eerder mag, zonder reden.", "Sooner is allowed, without a reason.")

TERM_IN_THE_LAW = Room(
    strength=SOONER,
    for_you=Text(
        "Deze regel staat in de wet. Langer wachten mag niet zomaar. Sneller mag altijd.",
        "This rule is in the law. Waiting longer is not simply allowed. Sooner always is.",
    ),
    account=Text(
        "Dit is een uiterste termijn. Daar eerder klaar mee zijn is geen afwijking. "
        "Later kan alleen waar de wet dat zelf zegt.",
        "This is a latest term. Being done before it is no deviation. "
        "Later is possible only where the law itself says so.",
    ),
)
FIXED_BY_HOOK: Mapping[HookStrength, tuple[Text, Text]] = {
    HookStrength.DUTY: (
        Text("De wet zegt ook wat er moet gebeuren.", "The law also says what must be done."),
        Text(
            "De regel ligt vast, en er hoort een plicht bij. "
            "Die uitvoeren is geen uitzondering: noem het artikel.",
            "The rule is fixed, and a duty comes with it. "
            "Doing it is no exception: name the article.",
        ),
    ),
    HookStrength.RIGHT: (
        Text("De wet zegt ook waar je recht op hebt.", "The law also says what your right is."),
        Text(
            "De regel ligt vast, en er hoort een recht bij. "
            "Dat geven is geen uitzondering: noem het artikel.",
            "The rule is fixed, and a right comes with it. "
            "Giving it is no exception: name the article.",
        ),
    ),
    HookStrength.MAY: (
        Text("De wet zegt ook wanneer het anders mag.", "The law also says when it may differ."),
        Text(
            "De regel ligt vast, met uitzonderingen die de wet zelf noemt. "
            "Leg vast welke u gebruikt en waarom.",
            "The rule is fixed, with exceptions that the law itself names. "
            "Write down which one you use and why.",
        ),
    ),
}
WITHOUT_ROOM = Text(
    "Hier is geen ruimte aangewezen. Meld wat knelt bij wie de regel maakt.",
    "No room is named here. Report what pinches to whoever makes the rule.",
)
ONLY_THE_MAKER = Text(
    "Alleen wie deze regel maakte kan hem veranderen.",
    "Only who made this rule can change it.",
)
LAW_GOES_FIRST = Text(
    "Waar deze afspraak botst met de wet, gaat de wet voor. Noem het artikel.",
    "Where this agreement conflicts with the law, the law goes first. Name the article.",
)
THE_LAW_SAYS = Text(
    "Dit is een afspraak. De wet zegt waar je recht op hebt.",
    "This is an agreement. The law says what your right is.",
)


def room_of(rule: RuleText) -> Room:
    """The statement for one version of a rule. A rule without a layer says only its strength."""
    strength = STRENGTH[rule.hook.strength]
    if rule.rule.step is LadderStep.START_EARLIER and rule.hook.strength is HookStrength.MAY:
        strength = SOONER
    if rule.layer is None:
        return Room(strength, Text(""), Text(""))
    words = LAYER_TEXTS[rule.layer]
    if rule.layer is Layer.HARD:
        return _fixed(rule, strength, words)
    if rule.hook.strength is HookStrength.NONE:
        return Room(strength, ONLY_THE_MAKER, WITHOUT_ROOM)
    if not rule.rule.may_bend:
        return Room(strength, THE_LAW_SAYS, LAW_GOES_FIRST)
    return Room(strength, words.for_you, words.account)


def _fixed(rule: RuleText, strength: Text, words: LayerText) -> Room:
    if rule.hook.strength is HookStrength.NONE:
        return Room(strength, words.for_you, words.account)
    if rule.rule.flexible is Flexibility.SHORTEN:
        return TERM_IN_THE_LAW
    also, account = FIXED_BY_HOOK[rule.hook.strength]
    for_you = Text(f"{words.for_you.nl} {also.nl}", f"{words.for_you.en} {also.en}")
    return Room(strength, for_you, account)
