# SPDX-License-Identifier: EUPL-1.2
"""The figures of one rule in sentences, each with its uncertainty and what it counts."""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.core.advice.evidence import Asked, Evidence
from ruimbaan.core.advice.known import Gain, Reported
from ruimbaan.core.insight.kinds import kind_name
from ruimbaan.core.insight.room import RoomEffect
from ruimbaan.core.insight.waits import Share
from ruimbaan.core.kernel.texts import Text

ASKED = Text(
    "{kind}: {times} keer gevraagd. {soon} ontmoet binnen 6 weken.",
    "{kind}: asked {times} times. {soon} met within 6 weeks.",
)
OTHERS = Text(" Bij andere steun {others}.", " With other support {others}.")
NOT_MET = Text(
    " {not_met} keer na 13 weken niet ontmoet.", " {not_met} times not met after 13 weeks."
)
SHARE = Text("{share} % (marge {low} tot {high})", "{share} % (margin {low} to {high})")
REPORTED = Text(
    "Minstens {times} keer zeiden mensen dat het hier wringt ({friction})",
    "People said at least {times} times that it chafes here ({friction})",
)
BENDS = Text(
    "; minstens {bends} keer had een regel die meebuigt geholpen.",
    "; at least {bends} times a rule that bends would have helped.",
)
USED = Text(
    "Minstens {times} keer vertelde iemand, zonder naam, wat ruimte in deze regel deed",
    "At least {times} times somebody told, without a name, what room in this rule did",
)
HELPED = Text("; minstens {helped} keer hielp het.", "; at least {helped} times it helped.")
EFFECT = Text(
    "{kind}: met ruimte begon het {ratio} keer zo snel (marge {low} tot {high}). Dat gaat over "
    "minstens {used} mensen met ruimte en {compared} zonder.",
    "{kind}: with room it began {ratio} times as fast (margin {low} to {high}). That is about at "
    "least {used} people with room and {compared} without.",
)
UNSURE = Text(
    " Dit is niet zeker: misschien maakt ruimte hier geen verschil.",
    " This is not sure: room may make no difference here.",
)
GAIN = Text(
    "Als alleen deze regel meebuigt komen van {people} verzonnen mensen er {reached} eerder ergens. "
    "Gemiddeld scheelt dat {days} per mens. Wachttijden zijn daarbij gelijk gehouden.",
    "When only this rule bends, {reached} of {people} made-up people are somewhere sooner. On average "
    "that wins {days} for each of them. Waits are held constant.",
)
TOGETHER = Text(
    " Samen met {rule} scheelt het {beyond} per mens meer dan elk apart.",
    " Together with {rule} it wins {beyond} for each of them more than the two apart.",
)
WEIGHED = Text(
    " Gewogen dagen zijn geen gewone dagen. Een zwaarder doel telt zwaarder. Een doel dat nu niet "
    "lukt, telt tot het einde van de planning.",
    " Weighted days are not plain days. A heavier goal counts for more. A goal that is not reached now "
    "counts to the end of the planning.",
)
NO_DAY = Text("minder dan 1 gewogen dag", "less than 1 weighted day")
ONE_DAY = Text("1 gewogen dag", "1 weighted day")
DAYS = Text("{days} gewogen dagen", "{days} weighted days")


def said_of(evidence: Evidence) -> tuple[Text, ...]:
    return tuple(_said(evidence))


def _said(evidence: Evidence) -> Iterator[Text]:
    yield from map(_asked, evidence.asked)
    for friction, reported in sorted((evidence.reported or {}).items()):
        yield _reported(friction, reported)
    if evidence.used is not None:
        helped = evidence.used.helped
        ends = _filled(HELPED, helped=helped) if helped else Text(".", ".")
        yield _joined(_filled(USED, times=evidence.used.times), ends)
    for kind, effect in (evidence.effects or {}).items():
        yield _effect(kind, effect)
    if evidence.gain is not None:
        yield _gain(evidence.gain)


def share_said(share: Share) -> Text:
    told = {"share": share.value, "low": share.low, "high": share.high}
    return _filled(SHARE, **{name: round(100 * value) for name, value in told.items()})


def _asked(one: Asked) -> Text:
    soon = share_said(one.soon) if one.soon else Text("Hoeveel", "How many")
    said = _filled(ASKED, kind=kind_name(one.kind), times=one.times, soon=soon)
    if one.others:
        said = _joined(said, _filled(OTHERS, others=share_said(one.others)))
    if one.not_met is not None:
        said = _joined(said, _filled(NOT_MET, not_met=one.not_met))
    return said


def _reported(friction: str, one: Reported) -> Text:
    ends = _filled(BENDS, bends=one.bends) if one.bends else Text(".", ".")
    return _joined(_filled(REPORTED, times=one.times, friction=friction), ends)


def _effect(kind: str, one: RoomEffect) -> Text:
    numbers = {"ratio": one.ratio, "low": one.low, "high": one.high}
    told = {
        name: Text(f"{value:.1f}".replace(".", ","), f"{value:.1f}")
        for name, value in numbers.items()
    }
    said = _filled(EFFECT, kind=kind_name(kind), used=one.used, compared=one.compared, **told)
    return _joined(said, UNSURE) if one.is_unclear else said


def _gain(one: Gain) -> Text:
    people, reached = _number(one.people), _number(one.reached)
    said = _filled(GAIN, people=people, reached=reached, days=_a_person(one.days, one.people))
    if one.beyond > 0:
        beyond = _a_person(one.beyond, one.people)
        said = _joined(said, _filled(TOGETHER, rule=one.together, beyond=beyond))
    return _joined(said, WEIGHED)


def _a_person(days: int, people: int) -> Text:
    """Of all their weighted days together, the share of each: the sum says nothing to anybody."""
    average = round(days / people)
    if days and days < people:
        return NO_DAY
    return ONE_DAY if average == 1 else _filled(DAYS, days=_number(average))


def _number(count: int) -> Text:
    return Text(f"{count:,}".replace(",", "."), f"{count:,}")


def _filled(words: Text, **told: Text | int | str) -> Text:
    nl, en = (
        {
            name: one.in_language(lang) if isinstance(one, Text) else one
            for name, one in told.items()
        }
        for lang in ("nl", "en")
    )
    return Text(words.nl.format(**nl), words.en.format(**en))


def _joined(one: Text, other: Text) -> Text:
    return Text(one.nl + other.nl, one.en + other.en)
