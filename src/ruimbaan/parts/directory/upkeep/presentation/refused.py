# SPDX-License-Identifier: EUPL-1.2
"""What an import refused: why, what to do about it, and what would happen when it is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.directory.records.changes import Change, Kind
from ruimbaan.core.directory.validation.finding import Finding, shown
from ruimbaan.parts.directory.exchange.quarantine import Again, Waiting
from ruimbaan.parts.directory.presentation.saying import language
from ruimbaan.parts.directory.upkeep.presentation.history import field_name

FIELD = "veld."  # before the name of a column, in a form
LONGEST = 1_000  # characters that can be filled in


@dataclass(frozen=True, slots=True)
class ShownRefused:
    title: str
    why: str
    source: str
    since: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Reason:
    """`column` is empty when it is about all of it."""

    text: str
    advice: str
    column: str


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """`would` is what would change when it goes in, and None as long as it cannot."""

    number: int
    title: str
    source: str
    since: datetime
    reasons: tuple[Reason, ...]
    entries: tuple[Entry, ...]
    content: tuple[tuple[str, str], ...]
    would: tuple[str, ...] | None


def shown_refused(one: Waiting) -> ShownRefused:
    told = next((finding for finding in one.findings if finding.refuses), one.findings[0])
    return ShownRefused(
        title=shown(one.name) if one.name else one.place,
        why=told.explain(language()).cause,
        source=shown(one.source),
        since=one.since,
        url=reverse("upkeep:refused-one", args=[one.region, one.number]),
    )


def refused_page(one: Waiting, filled: Mapping[str, str], again: Again | None) -> RefusedPage:
    findings = again.findings if again else one.findings
    cells = one.content if isinstance(one.content, dict) else {"": one.content}
    return RefusedPage(
        number=one.number,
        title=shown(one.name) if one.name else one.place,
        source=one.place if one.name else shown(one.source),
        since=one.since,
        reasons=tuple(_reason(finding) for finding in findings if finding.refuses),
        entries=tuple(_entries(findings, filled, cells)),
        content=tuple((shown(name), shown(value)) for name, value in cells.items()),
        would=tuple(_would(change) for change in again.preview.changes)
        if again and again.preview
        else None,
    )


def _reason(finding: Finding) -> Reason:
    told = finding.explain(language())
    return Reason(told.cause, told.advice, finding.place.column)


def _entries(
    findings: tuple[Finding, ...], filled: Mapping[str, str], cells: Mapping[str, object]
) -> Iterator[Entry]:
    """What is wrong can be filled in, and what was filled in stays."""
    wrong = [finding.place.column for finding in findings if finding.refuses]
    for column in dict.fromkeys(name for name in (*filled, *wrong) if name):
        stood = cells.get(column)
        value = filled.get(column, stood if isinstance(stood, str) else "")
        yield Entry(
            f"{FIELD}{column}", field_name(column), value.encode("utf-8", "ignore").decode()
        )


def _would(change: Change) -> str:
    name = change.fields.get("name")
    called = shown(name.after) if name and isinstance(name.after, str) else ""
    words = {
        Kind.ADDED: _("Nieuw: %(what)s"),
        Kind.CHANGED: _("Anders: %(what)s"),
        Kind.REMOVED: _("Weg: %(what)s"),
    }
    return words[change.kind] % {"what": " ".join(filter(None, (change.key[0], called)))}
