# SPDX-License-Identifier: EUPL-1.2
"""Everything that is worth knowing about the rulebook of a region, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.rulebook_lint import lint_world
from ruimbaan.core.rules.remarks import Remark, RemarkKind, Severity, by_weight
from ruimbaan.core.rules.rulebook import Rulebook, RuleText
from ruimbaan.core.rules.rulebook_texts import check_rule, texts_of
from ruimbaan.integrations.language import Level, check_text
from ruimbaan.integrations.language import RemarkKind as WordKind
from ruimbaan.integrations.worldfile import LoadedWorld

UNCHECKED = ("plain.point_at",)  # keeps the words of the law
FOR_WORKERS = ("title", "sentence", "hook.says", "mandates", "plain.account")


def lint_rulebook(rulebook: Rulebook) -> list[Remark]:
    """What can be seen from the texts alone, without a world."""
    found: list[Remark] = []
    for versions in rulebook.versions.values():
        for version in versions:
            found += check_rule(version, rulebook)
            found += _not_plain(version)
    return sorted(found, key=by_weight)


def lint_region(loaded: LoadedWorld) -> list[Remark]:
    """What the planner proves in this region, from its starts and its people."""
    starts: list[Situation] = [*loaded.starts.values(), *loaded.situations.values()]
    wanted = {goal.fact for situation in loaded.situations.values() for goal in situation.goals}
    remarks = lint_world(loaded.world, starts, wanted)
    region = loaded.world.region
    return sorted((replace(remark, region=region) for remark in remarks), key=by_weight)


def plain_texts(rule: RuleText) -> Iterator[tuple[str, Text, Level]]:
    """Every text that has to be plain, with its key and how plain."""
    for key, text in texts_of(rule):
        if key not in UNCHECKED:
            yield key, text, Level.B1 if key.startswith(FOR_WORKERS) else Level.A2


def _not_plain(rule: RuleText) -> Iterator[Remark]:
    for key, text, level in plain_texts(rule):
        for language, said in (("nl", text.nl), ("en", text.en)):
            for found in check_text(said, "nl" if language == "nl" else "en", level):
                says = _MEND[found.kind]
                details = {
                    "key": f"{key} ({language})",
                    "said": found.said,
                    "prefer": found.prefer,
                    "words": found.words,
                }
                told = Text(says.nl.format(**details), says.en.format(**details))
                yield Remark(RemarkKind.NOT_PLAIN, Severity.ERROR, rule.id, told)


_MEND = {
    WordKind.UNEXPLAINED: Text(
        "{key}: “{said}” is een afkorting die nergens is uitgelegd.",
        "{key}: “{said}” is an abbreviation that is explained nowhere.",
    ),
    WordKind.LONG_SENTENCE: Text(
        "{key}: {words} woorden in één zin: “{said}”",
        "{key}: {words} words in one sentence: “{said}”",
    ),
    WordKind.WORD: Text(
        "{key}: schrijf “{prefer}” in plaats van “{said}”.",
        "{key}: write “{prefer}” in place of “{said}”.",
    ),
    WordKind.ABBREVIATION: Text(
        "{key}: “{said}” is een afkorting: {prefer}.",
        "{key}: “{said}” is an abbreviation: {prefer}.",
    ),
}
