# SPDX-License-Identifier: EUPL-1.2
"""The form of "Hier wringt het", with what was filled in, and what steward and sides see of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from ruimbaan.core.frictions.reports import MOST_WORDS, Help, Report, SetAside
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.frictions.models import ReportRecord
from ruimbaan.parts.frictions.queries import catalogue
from ruimbaan.parts.frictions.store import report_of
from ruimbaan.parts.frictions.words import HELPS, SET_ASIDE
from ruimbaan.ui.components import Alert, Option
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class OptionGroup:
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ReportForm:
    """`regions`: to choose from; empty where the region is known already. `picks`: two lists, as
    long as the region is known."""

    region: str
    region_title: str
    regions: tuple[Option, ...]
    groups: tuple[OptionGroup, ...]
    picks: tuple[tuple[Option, ...], ...]
    helps: tuple[Option, ...]
    words: str
    to_them: bool
    most: int
    error: Alert | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """`titles`: the frictions it can be counted at, the chosen one first."""

    id: str
    week: str
    friction: str
    words: str
    between: str
    helps: str
    to_them: bool
    groups: tuple[OptionGroup, ...]
    reasons: tuple[Option, ...]


def report_form(
    region: Region | None,
    regions: Iterable[Region],
    organisations: Mapping[str, str],
    sent: QueryDict,
    error: str,
) -> ReportForm:
    """`sent` may be anything; what is in it is shown again."""
    chosen = sent.getlist("tussen")
    helps = set(sent.getlist("helpt"))
    picks = tuple(
        tuple(Option(code, name, checked=code == value) for code, name in organisations.items())
        for value in (*chosen, "", "")[:2]
    )
    return ReportForm(
        region=region.id if region else "",
        region_title=in_words(region.title) if region else "",
        regions=() if region else tuple(Option(one.id, in_words(one.title)) for one in regions),
        groups=friction_groups(sent.get("wat", "")),
        picks=picks if organisations else (),
        helps=tuple(
            Option(one.value, str(said), checked=one.value in helps) for one, said in HELPS.items()
        ),
        words=sent.get("woorden", ""),
        to_them=sent.get("lezen") == "ja",
        most=MOST_WORDS,
        error=Alert(error, "error") if error else None,
    )


def friction_groups(chosen: str) -> tuple[OptionGroup, ...]:
    """All frictions, under the side where they begin."""
    known = catalogue()
    groups: dict[str, list[Option]] = {side: [] for side in known.sides}
    for name, one in known.frictions.items():
        groups[one.between[0]].append(Option(name, in_words(one.title), checked=name == chosen))
    return tuple(
        OptionGroup(in_words(known.sides[side].name), tuple(options))
        for side, options in groups.items()
        if options
    )


def report_row(row: ReportRecord, organisations: Mapping[str, str]) -> ReportRow:
    report = report_of(row)
    friction = catalogue().frictions.get(report.friction)
    return ReportRow(
        id=str(row.pk),
        week=written_date(row.week, language(), year=True),
        friction=in_words(friction.title) if friction else "",
        words=report.words,
        between=_between(report, organisations),
        helps=", ".join(str(HELPS[one]) for one in Help if one in report.helps),
        to_them=report.to_them and len(report.between) > 1,
        groups=friction_groups(report.friction),
        reasons=tuple(Option(one.value, str(said)) for one, said in SET_ASIDE.items()),
    )


def _between(report: Report, organisations: Mapping[str, str]) -> str:
    return " · ".join(organisations[one] for one in report.between if one in organisations)


REASONS = frozenset(one.value for one in SetAside)
