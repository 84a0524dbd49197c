# SPDX-License-Identifier: EUPL-1.2
"""What the lint says about a rulebook: one remark each, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text


class Severity(StrEnum):
    """An error has to be mended; a warning deserves a decision; a note is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class RemarkKind(StrEnum):
    TEXT_MISSING = "text-missing"
    NOT_PLAIN = "not-plain"
    NO_SOURCE = "no-source"
    TO_VERIFY = "to-verify"
    AGAINST_HIGHER_RULE = "against-higher-rule"
    ASKS_MORE_THAN_ITS_HOOK = "asks-more-than-its-hook"
    DEAD_RULE = "dead-rule"
    UNREACHABLE_GOAL = "unreachable-goal"
    DEADLOCK = "deadlock"
    EXPIRES_FOR_GOOD = "expires-for-good"


@dataclass(frozen=True, slots=True)
class Remark:
    """`about` is a rule, a fact or a goal; `seen_from` are the starts in which it shows.
    `cut` (None: there is none) are the rules that open a deadlock at least, and `who` can do so."""

    kind: RemarkKind
    severity: Severity
    about: str
    says: Text
    seen_from: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    cut: tuple[str, ...] | None = None
    who: Text = Text("")
    region: str = ""


ORDER = tuple(Severity)


def by_weight(remark: Remark) -> tuple[int, str, str, str]:
    """Errors first, then by kind and what it is about."""
    return ORDER.index(remark.severity), remark.kind, remark.about, remark.says.nl
