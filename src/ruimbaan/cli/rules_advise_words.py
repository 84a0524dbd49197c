# SPDX-License-Identifier: EUPL-1.2
"""An advice and what followed, as text."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from ruimbaan.core.advice import changes, followup, judging, verdicts
from ruimbaan.core.advice.advice import Advice
from ruimbaan.core.advice.figures_said import said_of
from ruimbaan.core.advice.followup import FollowUp
from ruimbaan.core.insight.waits import Share
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.rulebook import RuleText

DRAFT = Text("CONCEPT-ADVIES, {region}: {title}", "DRAFT ADVICE, {region}: {title}")
NOW, PROPOSED = Text("Zo is het nu", "As it is now"), Text("Voorstel (concept)", "Proposed (draft)")
LAYER, DECIDES = Text("Laag", "Layer"), Text("Wie beslist", "Who decides")
WHY, FIGURES = Text("Waarom", "Why"), Text("Cijfers", "Figures")
STORY = Text("Verhaal (samengesteld)", "Story (composite)")
ASKS, LOSES = Text("Wat het vraagt", "What it asks"), Text("Wie inlevert", "Who gives something up")
UNKNOWN, VERSIONS = (
    Text("Wat we niet weten", "What we do not know"),
    Text("Versies", "Versions"),
)
CHANGED = Text("Veranderd vanaf {day}", "Changed from {day}")
READY = Text("Op zijn vroegst te zeggen vanaf {day}.", "To be said from {day} at the earliest.")
BEFORE, AFTER = Text("ervoor", "before"), Text("erna", "after")
HERE = Text("Ontmoet binnen 6 weken, deze steun", "Met within 6 weeks, this support")
OTHERS = Text("Ontmoet binnen 6 weken, andere steun", "Met within 6 weeks, other support")
DIFFERENCE = Text(
    "Verschil: {value:+.0f} punten ({low:+.0f} tot {high:+.0f}).",
    "Difference: {value:+.0f} points ({low:+.0f} to {high:+.0f}).",
)
BEYOND = Text(
    "Meer dan bij andere steun: {value:+.0f} punten ({low:+.0f} tot {high:+.0f}).",
    "More than with other support: {value:+.0f} points ({low:+.0f} to {high:+.0f}).",
)


def print_advice(found: Advice, language: Language) -> None:
    for line in _advice(found, language):
        typer.echo(line)


def print_followup(rule: RuleText, found: FollowUp, language: Language) -> None:
    for line in _followup(rule, found, language):
        typer.echo(line)


def _advice(found: Advice, language: Language) -> Iterator[str]:
    def said(text: Text) -> str:
        return text.in_language(language)

    rule = found.rule
    title = f"{rule.id} {said(rule.rule.title)}"
    yield said(DRAFT).format(region=found.region, title=title)
    yield said(verdicts.WORDS[found.judgement.verdict])
    yield from _listed(said(WHY), [said(judging.WORDS[one]) for one in found.judgement.reasons])
    yield f"{said(NOW)}: {said(changes.text_of(rule))}"
    if found.judgement.verdict is judging.Verdict.HELPS:
        yield f"{said(PROPOSED)}: {said(found.proposal.text)}"
    layer = said(LAYER_TEXTS[rule.layer].name) if rule.layer else "?"
    yield f"{said(LAYER)}: {layer}. {said(DECIDES)}: {said(found.proposal.who)}."
    yield from _listed(said(FIGURES), [said(one) for one in said_of(found.evidence)])
    if found.story:
        yield f"{said(STORY)}: {said(found.story.title)}. {said(found.story.summary)}"
    if found.judgement.verdict is judging.Verdict.HELPS:
        yield from _listed(said(ASKS), map(said, found.asks))
        yield from _listed(said(LOSES), map(said, found.loses))
    yield from _listed(said(UNKNOWN), map(said, found.unknown))
    yield from _listed(said(VERSIONS), [_version(one, language) for one in found.versions])
    if found.follow_up:
        yield from _followup(rule, found.follow_up, language)


def _followup(rule: RuleText, found: FollowUp, language: Language) -> Iterator[str]:
    yield f"{rule.id}: {CHANGED.in_language(language).format(day=found.day)}"
    yield followup.WORDS[found.outcome].in_language(language)
    if found.difference is None or found.beyond_others is None:
        yield READY.in_language(language).format(day=found.ready)
        return
    yield _sides(HERE, found.before, found.after, language)
    yield _sides(OTHERS, found.others_before, found.others_after, language)
    for words, one in ((DIFFERENCE, found.difference), (BEYOND, found.beyond_others)):
        yield words.in_language(language).format(
            value=100 * one.value, low=100 * one.low, high=100 * one.high
        )


def _sides(what: Text, before: Share | None, after: Share | None, language: Language) -> str:
    told = [
        f"{one.value:.0%} {side.in_language(language)} ({one.low:.0%}-{one.high:.0%}, n={one.count})"
        for side, one in ((BEFORE, before), (AFTER, after))
        if one is not None
    ]
    return f"{what.in_language(language)}: {', '.join(told)}"


def _version(rule: RuleText, language: Language) -> str:
    begins, ends = rule.rule.valid_from or "…", rule.rule.valid_until or "…"
    return f"{begins} - {ends}: {changes.text_of(rule).in_language(language)}"


def _listed(heading: str, lines: Iterator[str] | list[str] | map[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield f"{heading}:"
    yield from (f"  - {one}" for one in told)
