# SPDX-License-Identifier: EUPL-1.2
"""Would changing this rule help? Said plainly, also when it would not, or when nobody can tell.

What speaks against is looked at first. A practice that conflicts with a higher rule is no favour, so
there an effect that is not sure yet is no reason to leave it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.advice.changes import is_law
from ruimbaan.core.advice.evidence import Evidence
from ruimbaan.core.advice.known import LEAST
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import Flexibility
from ruimbaan.core.rules.rulebook import RuleText


class Verdict(StrEnum):
    HELPS = "helps"
    NO_HELP = "no-help"
    NOT_HERE = "not-here"  # a higher rule fixes it
    TOO_LITTLE = "too-little"


class Reason(StrEnum):
    SAID_OFTEN = "said-often"
    ROOM_HELPED = "room-helped"
    SOONER_WITH_ROOM = "sooner-with-room"
    WINS_DAYS = "wins-days"
    HIGHER_RULE = "higher-rule"
    NOBODY_REACHED = "nobody-reached"
    ONLY_TOGETHER = "only-together"
    EFFECT_UNCLEAR = "effect-unclear"
    LATER_WITH_ROOM = "later-with-room"
    HELPS_ALREADY = "helps-already"
    HIGHER_FIXES = "higher-fixes"
    NOTHING_KNOWN = "nothing-known"


WORDS: dict[Reason, Text] = {
    Reason.SAID_OFTEN: Text(
        "Mensen zeggen vaak dat het hier wringt, en dat een regel die meebuigt had geholpen.",
        "People often say that it chafes here, and that a rule that bends would have helped.",
    ),
    Reason.ROOM_HELPED: Text(
        "Waar iemand ruimte kreeg in deze regel, hielp dat meestal.",
        "Where somebody was given room in this rule, it mostly helped.",
    ),
    Reason.SOONER_WITH_ROOM: Text(
        "Met ruimte begon deze steun eerder, ook binnen de marge.",
        "With room this support began sooner, also within the margin.",
    ),
    Reason.WINS_DAYS: Text(
        "Uitgerekend voor verzonnen mensen: een deel is er eerder.",
        "Worked out for made-up people: some of them are there sooner.",
    ),
    Reason.HIGHER_RULE: Text(
        "Een hogere regel zegt al iets anders. Wat die zegt is geen gunst.",
        "A higher rule says otherwise already. What it says is no favour.",
    ),
    Reason.NOBODY_REACHED: Text(
        "Uitgerekend voor verzonnen mensen: zo goed als niemand komt eerder ergens als alleen deze "
        "regel verandert.",
        "Worked out for made-up people: as good as nobody is anywhere sooner when only this rule "
        "changes.",
    ),
    Reason.ONLY_TOGETHER: Text(
        "Samen met een andere regel scheelt het wel: verander ze dan samen.",
        "Together with another rule it does win days: change them together then.",
    ),
    Reason.EFFECT_UNCLEAR: Text(
        "Of ruimte hier helpt is niet te zeggen: de marge gaat over nul verschil heen.",
        "Whether room helps here cannot be said: the margin holds no difference at all.",
    ),
    Reason.LATER_WITH_ROOM: Text(
        "Met ruimte begon deze steun juist later.", "With room this support began later."
    ),
    Reason.HELPS_ALREADY: Text(
        "Deze regel helpt al, of laat al ruimte. Er is niets te schrappen.",
        "This rule helps already, or leaves room already. There is nothing to drop.",
    ),
    Reason.HIGHER_FIXES: Text(
        "Dit is een wet. De regio kan hem niet veranderen; wat wringt kan wel als signaal naar de "
        "wetgever.",
        "This is a law. The region cannot change it; what chafes can go to the legislator as a "
        "signal.",
    ),
    Reason.NOTHING_KNOWN: Text(
        "Er is te weinig bekend om iets te zeggen.", "Too little is known to say anything."
    ),
}


ASKING = ("need", "wait", "valid")  # roles of rules that ask something of somebody


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    reasons: tuple[Reason, ...]


def judge(rule: RuleText, evidence: Evidence) -> Judgement:
    if is_law(rule):
        return Judgement(Verdict.NOT_HERE, (Reason.HIGHER_FIXES,))
    if _helps_already(rule) and not (evidence.gain and evidence.gain.wins):
        return Judgement(Verdict.NO_HELP, (Reason.HELPS_ALREADY,))
    against = _against(rule, evidence)
    if against:
        return Judgement(Verdict.NO_HELP, against)
    pro = _for(evidence)
    if not pro:
        return Judgement(Verdict.TOO_LITTLE, (Reason.NOTHING_KNOWN,))
    higher = (Reason.HIGHER_RULE,) if rule.rule.conflicts_with else ()
    return Judgement(Verdict.HELPS, (*higher, *pro))


def _helps_already(rule: RuleText) -> bool:
    """Nothing in it can bend, and nobody is kept waiting by it. A term or a demand that nobody may bend
    helps nobody: who made it can still change it."""
    kept = rule.rule
    fixed = kept.flexible is Flexibility.NO and not kept.conflicts_with
    return fixed and kept.role not in ASKING


def _for(evidence: Evidence) -> tuple[Reason, ...]:
    found = []
    if any(one.bends >= LEAST for one in (evidence.reported or {}).values()):
        found.append(Reason.SAID_OFTEN)
    used = evidence.used
    if used and 2 * used.helped > used.times:
        found.append(Reason.ROOM_HELPED)
    if any(one.is_sooner for one in (evidence.effects or {}).values()):
        found.append(Reason.SOONER_WITH_ROOM)
    if evidence.gain and evidence.gain.wins:
        found.append(Reason.WINS_DAYS)
    return tuple(found)


def _against(rule: RuleText, evidence: Evidence) -> tuple[Reason, ...]:
    """What people say is a reason to look; what was worked out and measured says whether it helps."""
    if rule.rule.conflicts_with:
        return ()
    effects, gain = tuple((evidence.effects or {}).values()), evidence.gain
    found = []
    if gain and not gain.wins:
        found.append(Reason.NOBODY_REACHED)
        if gain.beyond > 0:
            found.append(Reason.ONLY_TOGETHER)
    if effects and all(one.high < 1 for one in effects):
        found.append(Reason.LATER_WITH_ROOM)
    elif effects and not any(one.is_sooner for one in effects) and not (gain and gain.wins):
        found.append(Reason.EFFECT_UNCLEAR)
    return tuple(found)
