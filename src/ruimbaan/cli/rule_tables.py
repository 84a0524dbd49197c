# SPDX-License-Identifier: EUPL-1.2
"""Rules, differences and remarks, as tables for people and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from ruimbaan.cli import rule_words as words
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.remarks import Remark
from ruimbaan.core.rules.room import room_of
from ruimbaan.core.rules.rulebook import PlainText, RuleText
from ruimbaan.core.rules.rulebook_diff import Change, said_by


def print_list(rules: Mapping[str, RuleText], language: Language) -> None:
    table = _table(words.RULES, language, words.RULE, words.LAYER, words.OWNER, words.SURE)
    for name, rule in rules.items():
        layer = LAYER_TEXTS[rule.layer].name.in_language(language) if rule.layer else ""
        sure = words.STATUS[rule.status].in_language(language) if rule.status else ""
        title = rule.rule.title.in_language(language)
        table.add_row(*map(Line, (f"{name}  {title}", layer, rule.owner, sure)))
    _print(table)


def list_json(rules: Mapping[str, RuleText]) -> str:
    return _json([_short(rule) for rule in rules.values()])


def _short(rule: RuleText) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": asdict(rule.rule.title),
        "layer": rule.layer,
        "effect": rule.effect,
        "owner": rule.owner,
        "status": rule.status,
        "file": rule.file,
    }


def print_rule(rule: RuleText, versions: Sequence[RuleText], language: Language) -> None:
    """Top to bottom as a rule page has it: what it means first, where it stands last."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", max_width=24)
    for heading, said in _told(rule, versions, language):
        if said:
            table.add_row(Line(heading), Line(said))
    _print(Line(f"{rule.id}  {rule.rule.title.in_language(language)}", style="bold"), table)


def _told(
    rule: RuleText, versions: Sequence[RuleText], language: Language
) -> list[tuple[str, str]]:
    def say(text: Text) -> str:
        return text.in_language(language)

    plain = [
        (say(words.PLAIN[item.name]), say(getattr(rule.plain, item.name)))
        for item in fields(PlainText)
    ]
    layer = say(LAYER_TEXTS[rule.layer].name) if rule.layer else ""
    room = room_of(rule)
    sources = [
        " ".join(
            filter(None, (say(source.cited), source.link, _checked(source.checked_on, language)))
        )
        for source in rule.sources
    ]
    status = say(words.STATUS[rule.status]) if rule.status else ""
    return [
        (say(words.SENTENCE), say(rule.rule.sentence)),
        *plain,
        (say(words.LAYER), layer),
        (say(words.ACCOUNT), say(room.account)),
        (say(words.ROOM), f"{say(room.strength)} {say(rule.hook.says)}"),
        (say(words.GROUND), rule.hook.article),
        (say(words.MANDATE), say(rule.rule.mandate)),
        (say(words.SOURCE), "\n".join(sources)),
        (say(words.SURE), " ".join(filter(None, (status, say(rule.status_note))))),
        (say(words.VERIFY), "\n".join(map(say, rule.verify))),
        (say(words.VERSIONS), "\n".join(_period(each, language) for each in versions)),
        (say(words.FILE), f"regels/{rule.file}"),
    ]


def _checked(day: date | None, language: Language) -> str:
    if day is None:
        return ""
    return words.CHECKED.in_language(language).format(day=day.isoformat())


def _period(rule: RuleText, language: Language) -> str:
    kept = rule.rule
    if kept.valid_from is None and kept.valid_until is None:
        return ""
    begins = kept.valid_from.isoformat() if kept.valid_from else "…"
    ends = kept.valid_until.isoformat() if kept.valid_until else "…"
    return words.PERIOD.in_language(language).format(begins=begins, ends=ends)


def show_json(rule: RuleText) -> str:
    said = {key: asdict(text) if text.en else text.nl for key, text in said_by(rule).items()}
    return _json(said | _short(rule))


def print_diff(changes: Sequence[Change], language: Language) -> None:
    if not changes:
        _print(Line(words.SAME.in_language(language)))
        return
    table = _table(words.CHANGES, language, words.RULE, words.KEY, words.WAS, words.BECAME)
    for change in changes:
        name = f"{change.rule}  {change.title.in_language(language)}"
        kind = words.CHANGE[change.kind].in_language(language)
        if not change.keys:
            table.add_row(*map(Line, (name, kind, "", "")))
        for key, (was, became) in change.keys.items():
            hidden = words.ORDER_ONLY.in_language(language)
            said = (was.in_language(language), became.in_language(language))
            told = (hidden, hidden) if key == "cost" else said
            table.add_row(*map(Line, (name, key, *told)))
            name = ""
    _print(table)


def diff_json(changes: Sequence[Change]) -> str:
    return _json(
        [
            {
                "rule": change.rule,
                "kind": change.kind,
                "keys": {
                    key: {"was": asdict(was), "became": asdict(became)}
                    for key, (was, became) in change.keys.items()
                },
            }
            for change in changes
        ]
    )


def print_lint(remarks: Sequence[Remark], language: Language) -> None:
    for severity in words.SEVERITY:
        found = [remark for remark in remarks if remark.severity is severity]
        if found:
            _print(_remark_table(words.SEVERITY[severity], found, language))
    counted = Counter(remark.severity for remark in remarks)
    counts = {severity.value: counted[severity] for severity in words.SEVERITY}
    _print(Line(words.COUNTED.in_language(language).format(**counts)))


def _remark_table(title: Text, remarks: Sequence[Remark], language: Language) -> Table:
    table = _table(title, language, words.KIND, words.ABOUT, words.SAYS)
    for remark in remarks:
        kind = words.KINDS[remark.kind].in_language(language)
        about = "\n".join(filter(None, (remark.about, remark.region)))
        table.add_row(*map(Line, (kind, about, _remark(remark, language))))
    return table


def _remark(remark: Remark, language: Language) -> str:
    lines = [remark.says.in_language(language)]
    if remark.cut:
        opens, who = ", ".join(remark.cut), remark.who.in_language(language)
        said = words.OPENS_BY if who else words.OPENS
        lines.append(said.in_language(language).format(rules=opens, who=who))
    if remark.seen_from:
        seen = ", ".join(remark.seen_from)
        lines.append(words.SEEN_FROM.in_language(language).format(starts=seen))
    return "\n".join(lines)


def lint_json(remarks: Sequence[Remark]) -> str:
    return _json([asdict(remark) for remark in remarks])


def _table(title: Text, language: Language, *columns: Text) -> Table:
    heading = Line(title.in_language(language), style="bold")
    table = Table(title=heading, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 1))
    for column in columns:
        table.add_column(Line(column.in_language(language)), overflow="fold")
    return table


def _print(*parts: Any) -> None:
    console = Console()
    for part in parts:
        console.print(part)


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
