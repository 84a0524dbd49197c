# SPDX-License-Identifier: EUPL-1.2
"""Something to tell about a record: what, where, how bad, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.kernel.errors import Explanation
from ruimbaan.core.kernel.texts import Language, Text

LONGEST_SHOWN = 60


class Severity(StrEnum):
    REFUSED = "refused"  # the record is set aside and does not come into the directory
    KEPT = "kept"  # the record comes in as it is; somebody should look at it


@dataclass(frozen=True, slots=True)
class FindingKind:
    """`reason` and `advice` may name details, as in `"{found}" is no e-mail address`."""

    code: str
    severity: Severity
    reason: Text
    advice: Text


@dataclass(frozen=True, slots=True)
class Finding:
    kind: FindingKind
    table: str
    uid: str
    place: Place
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        return self.kind.severity is Severity.REFUSED

    def explain(self, language: Language) -> Explanation:
        """Reason and advice in `language`, with the details filled in."""
        return Explanation(
            code=self.kind.code,
            cause=self.kind.reason.in_language(language).format_map(self.details),
            advice=self.kind.advice.in_language(language).format_map(self.details),
        )


def shown(value: object) -> str:
    """A value from outside as it may stand in a sentence: one line, printable and short."""
    whole = str(value)
    text = whole[:LONGEST_SHOWN]
    if not text.isprintable():
        text = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)
    return text if len(whole) <= LONGEST_SHOWN else f"{text[:-1]}…"
