# SPDX-License-Identifier: EUPL-1.2
"""Is every rule told whole: texts in both languages, a source, and a hook that fits what it asks?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import CLASS_OF
from ruimbaan.core.rules.remarks import Remark, RemarkKind, Severity
from ruimbaan.core.rules.rule import LadderStep, RuleClass
from ruimbaan.core.rules.rulebook import HookStrength, PlainText, Rulebook, RuleText, Status

STRONG = (HookStrength.DUTY, HookStrength.RIGHT)


def check_rule(rule: RuleText, rulebook: Rulebook) -> Iterator[Remark]:
    """Everything about one version of one rule that does not need the planner."""
    yield from _missing_texts(rule)
    yield from _missing_source(rule)
    yield from _still_to_verify(rule)
    yield from _against_higher_rule(rule, rulebook)
    yield from _asks_more_than_its_hook(rule)


def texts_of(rule: RuleText) -> Iterator[tuple[str, Text]]:
    """Every text a reader can meet, with the key it stands under."""
    yield "title", rule.rule.title
    yield "sentence", rule.rule.sentence
    yield "hook.says", rule.hook.says
    for number, mandate in enumerate(rule.mandates, start=1):
        yield f"mandates {number}", mandate.who
    if not rule.mandates:
        yield "mandates", Text("")
    for item in fields(PlainText):
        yield f"plain.{item.name}", getattr(rule.plain, item.name)


def _missing_texts(rule: RuleText) -> Iterator[Remark]:
    missing = [
        f"{key} ({language})"
        for key, text in texts_of(rule)
        for language, said in (("nl", text.nl), ("en", text.en))
        if not said
    ]
    if missing:
        keys = ", ".join(missing)
        says = Text(f"Deze teksten ontbreken: {keys}.", f"These texts are missing: {keys}.")
        yield Remark(RemarkKind.TEXT_MISSING, Severity.ERROR, rule.id, says)


def _missing_source(rule: RuleText) -> Iterator[Remark]:
    if not rule.sources:
        says = Text("Deze regel heeft geen bron.", "This rule has no source.")
        yield Remark(RemarkKind.NO_SOURCE, Severity.ERROR, rule.id, says)
    elif _is_law(rule) and not any(source.law for source in rule.sources):
        says = Text("Deze wet noemt geen artikel.", "This law names no article.")
        yield Remark(RemarkKind.NO_SOURCE, Severity.ERROR, rule.id, says)
    laws = [source for source in rule.sources if source.law]
    if any(not source.link or source.checked_on is None for source in laws):
        says = Text(
            "Bij een artikel ontbreekt de link of de dag waarop het is gelezen.",
            "An article lacks its link or the day on which it was read.",
        )
        yield Remark(RemarkKind.NO_SOURCE, Severity.ERROR, rule.id, says)
    if rule.status is None:
        says = Text("Er staat niet hoe zeker dit is.", "It does not say how sure this is.")
        yield Remark(RemarkKind.NO_SOURCE, Severity.ERROR, rule.id, says)


def _is_law(rule: RuleText) -> bool:
    return rule.layer is not None and CLASS_OF[rule.layer] is RuleClass.LAW


def _still_to_verify(rule: RuleText) -> Iterator[Remark]:
    if rule.status is Status.TO_VERIFY and not rule.verify:
        says = Text(
            "Er staat niet wat nog na te kijken is.", "It does not say what is still to check."
        )
        yield Remark(RemarkKind.TO_VERIFY, Severity.ERROR, rule.id, says)
    for point in rule.verify:
        says = Text(f"Nog na te kijken: {point.nl}.", f"Still to check: {point.en or point.nl}.")
        yield Remark(RemarkKind.TO_VERIFY, Severity.NOTE, rule.id, says)


def _against_higher_rule(rule: RuleText, rulebook: Rulebook) -> Iterator[Remark]:
    higher = rule.rule.conflicts_with
    if not higher:
        return
    says = Text(f"Deze praktijk botst met {higher}.", f"This practice conflicts with {higher}.")
    yield Remark(RemarkKind.AGAINST_HIGHER_RULE, Severity.WARNING, rule.id, says)
    known = rulebook.versions.get(higher)
    if known and not any(_is_harder(other, rule) for other in known):
        says = Text(
            f"{higher} is geen hogere regel dan deze.", f"{higher} is no higher rule than this."
        )
        yield Remark(RemarkKind.AGAINST_HIGHER_RULE, Severity.ERROR, rule.id, says)


def _is_harder(one: RuleText, other: RuleText) -> bool:
    order = tuple(CLASS_OF)
    if one.layer is None or other.layer is None:
        return False
    return order.index(one.layer) < order.index(other.layer)


def _asks_more_than_its_hook(rule: RuleText) -> Iterator[Remark]:
    """A duty or a right asks nothing of anybody; only the order of the search knows the number."""
    kept = rule.rule
    if not kept.may_bend or kept.step is LadderStep.START_EARLIER:
        return
    if rule.hook.strength in STRONG and kept.asks:
        says = Text(
            "Dit is een plicht of een recht, maar telt als iets om te vragen.",
            "This is a duty or a right, yet it counts as something to ask for.",
        )
        yield Remark(RemarkKind.ASKS_MORE_THAN_ITS_HOOK, Severity.WARNING, rule.id, says)
    if rule.hook.strength not in STRONG and kept.asks == 0:
        says = Text(
            "Dit telt als plicht of recht, maar er staat niet waarom.",
            "This counts as a duty or a right, yet it does not say why.",
        )
        yield Remark(RemarkKind.ASKS_MORE_THAN_ITS_HOOK, Severity.ERROR, rule.id, says)
