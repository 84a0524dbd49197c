# SPDX-License-Identifier: EUPL-1.2
"""Why no effect is estimated (RB-EFFECT)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class EffectRefused(DomainError):
    """What is asked of the effect cannot be answered."""


class UsedEver(EffectRefused):
    code = "RB-EFFECT-001"
    cause = Text(
        "Wie ooit ruimte kreeg naast wie nooit: dat vergelijkt de tijd, niet de ruimte. Wie lang "
        "wacht, heeft meer tijd om ruimte te krijgen; ruimte lijkt dan te schaden.",
        "Who ever used room beside who never did: that compares time, not room. Whoever waits "
        "long has more time to be given room; room then seems to harm.",
    )
    advice = Text(
        "Laat --used-ever weg. Dan begint elke vergelijking op de dag van gebruik.",
        "Leave out --used-ever. Each comparison then begins on the day of use.",
    )


class NoSuchActivity(EffectRefused):
    code = "RB-EFFECT-002"
    cause = Text(
        'Geen activiteit begint met "{prefix}" ({option}).',
        'No activity begins with "{prefix}" ({option}).',
    )
    advice = Text(
        "In dit logboek staan onder meer: {there}.", "Among those in this log are: {there}."
    )


class SameActivity(EffectRefused):
    code = "RB-EFFECT-003"
    cause = Text(
        '"{name}" is gevraagd voor {one} en voor {other}.',
        '"{name}" is asked for {one} and for {other}.',
    )
    advice = Text("Kies twee verschillende.", "Choose two that differ.")


class NobodyUsed(EffectRefused):
    code = "RB-EFFECT-004"
    cause = Text(
        "Niemand gebruikte ruimte terwijl de uitkomst nog moest komen.",
        "Nobody used room while the outcome was still to come.",
    )
    advice = Text(
        "Staat bij het gebruik de dag waarop het werd gegeven? Zonder die dag is er geen effect te "
        "schatten.",
        "Does the use have the day on which it was given? Without that day no effect can be "
        "estimated.",
    )


class TooFew(EffectRefused):
    code = "RB-EFFECT-005"
    cause = Text(
        "Een van beide groepen telt minder dan {least} mensen.",
        "One of both groups has fewer than {least} people.",
    )
    advice = Text(
        "Vergelijk op minder (--match), of wacht tot er meer mensen zijn. Over zo weinig mensen "
        "zeggen wij niets.",
        "Match on less (--match), or wait until there are more people. Of so few people we say "
        "nothing.",
    )


class MatchUnclear(EffectRefused):
    code = "RB-EFFECT-006"
    cause = Text(
        'Op "{given}" kan dit logboek niet vergelijken.', 'This log cannot match on "{given}".'
    )
    advice = Text(
        "Kies uit need (met --need), frame (met een kolom --frame) en quarter.",
        "Choose from need (with --need), frame (with a column --frame) and quarter.",
    )


class NoOutcome(EffectRefused):
    code = "RB-EFFECT-007"
    cause = Text(
        "In een van beide groepen kwam de uitkomst bij niemand.",
        "In one of both groups nobody reached the outcome.",
    )
    advice = Text(
        "Dan is er geen verhouding. Neem een uitkomst die vaker komt, of een later logboek.",
        "There is no ratio then. Take an outcome that comes more often, or a later log.",
    )


class NoRatio(EffectRefused):
    code = "RB-EFFECT-008"
    cause = Text(
        "De ene groep was zo goed als altijd eerder: een verhouding is niet te schatten.",
        "One group was as good as always first: a ratio cannot be estimated.",
    )
    advice = Text(
        "Kijk of --use en --outcome kloppen, of wacht tot er meer mensen zijn.",
        "Check --use and --outcome, or wait until there are more people.",
    )
