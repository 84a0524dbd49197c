# SPDX-License-Identifier: EUPL-1.2
"""What differs between two rulebooks, or between two days of one: rule by rule, key by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import Mandate, PlainText, RuleText, Source


class ChangeKind(StrEnum):
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One rule that came, went or changed; `keys` has what each changed key was and became."""

    rule: str
    kind: ChangeKind
    title: Text
    keys: Mapping[str, tuple[Text, Text]]


def differences(before: Mapping[str, RuleText], after: Mapping[str, RuleText]) -> Iterator[Change]:
    """Every rule that is not the same, in order of name."""
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None and new is not None:
            yield Change(name, ChangeKind.NEW, new.rule.title, {})
        elif new is None and old is not None:
            yield Change(name, ChangeKind.GONE, old.rule.title, {})
        elif old is not None and new is not None:
            keys = _changed(said_by(old), said_by(new))
            if keys:
                yield Change(name, ChangeKind.CHANGED, new.rule.title, keys)


def _changed(old: Mapping[str, Text], new: Mapping[str, Text]) -> dict[str, tuple[Text, Text]]:
    return {key: (old[key], new[key]) for key in old if old[key] != new[key]}


def said_by(rule: RuleText) -> dict[str, Text]:
    """All that a rule says, key by key; keys are those of the file."""
    kept = rule.rule
    return {
        "title": kept.title,
        "sentence": kept.sentence,
        "number": Text(rule.number),
        "layer": Text(rule.layer or ""),
        "effect": Text(rule.effect or ""),
        "flexible": Text(kept.flexible),
        "cost": Text("never" if kept.asks is None else str(kept.asks)),
        "step": Text(kept.step),
        "role": Text(kept.role),
        "duty": Text("yes" if kept.duty else "no"),
        "conflicts_with": Text(kept.conflicts_with),
        "hook_of": Text(kept.hook_of),
        "source": _joined("; ", map(_source, rule.sources)),
        "hook": _joined(". ", (Text(rule.hook.strength), Text(rule.hook.article), rule.hook.says)),
        "mandates": _joined("; ", map(_mandate, rule.mandates)) if rule.mandates else kept.mandate,
        "valid_from": _day(kept.valid_from),
        "valid_until": _day(kept.valid_until),
        "status": Text(rule.status or ""),
        "status_note": rule.status_note,
        "verify": _joined("; ", rule.verify),
        **{f"plain.{item.name}": getattr(rule.plain, item.name) for item in fields(PlainText)},
    }


def _source(source: Source) -> Text:
    return _joined(" ", (source.cited, Text(source.link), _day(source.checked_on)))


def _mandate(mandate: Mandate) -> Text:
    return _joined(", ", (mandate.who, mandate.deputy, mandate.up_to))


def _joined(between: str, parts: Iterable[Text]) -> Text:
    said = [part for part in parts if part.nl]
    return Text(
        between.join(part.nl for part in said),
        between.join(part.in_language("en") for part in said),
    )


def _day(day: date | None) -> Text:
    return Text("" if day is None else day.isoformat())
