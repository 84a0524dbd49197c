# SPDX-License-Identifier: EUPL-1.2
"""What goes well: what tables looked back on together, where people are met sooner than before, and
goals that people reached before the day they expected, as far as they gave that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.directory.life_domains import LIFE_DOMAINS
from ruimbaan.core.frictions.round_table import Outcome
from ruimbaan.core.insight.kinds import UNKNOWN
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import Share, wilson
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.frictions.queries import decided_in
from ruimbaan.parts.insight.figures import GOALS, HALVES, figures_of
from ruimbaan.parts.insight.presentation.attention import friction_title
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.insight.presentation.wording import (
    counted,
    half_year,
    name_of,
    source,
    times,
    weeks,
)
from ruimbaan.ui.components import Fact, Link, Table, Tag
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

SOON = 6  # weeks
AGAINST = ("eerder", "op-tijd", "later", "loopt-nog")


@dataclass(frozen=True, slots=True)
class Sooner:
    """Met within six weeks, of who asked in a half year and in a later one."""

    kind: str
    first: str
    before: Share
    last: str
    now: Share


@dataclass(frozen=True, slots=True)
class GoesWellPage:
    title: str
    crumbs: tuple[Link, ...]
    helped: tuple[Row, ...]
    sooner: tuple[Row, ...]
    sooner_source: str
    goals: Table | None
    because: tuple[Fact, ...]
    goals_source: str
    is_made_up: bool


def goes_well_page(region: Region) -> GoesWellPage:
    releases = figures_of(region.id).releases
    halves, goals = releases.get(HALVES), releases.get(GOALS)
    return GoesWellPage(
        title=in_words(region.title),
        crumbs=(
            Link(
                _("{region} in één beeld").format(region=in_words(region.title)),
                reverse("insight:overview", args=[region.id]),
            ),
            Link(_("Wat goed gaat")),
        ),
        helped=helped_rows(region.id),
        sooner=tuple(_sooner_row(region.id, one) for one in sooner(halves)) if halves else (),
        sooner_source=source(halves) if halves else "",
        goals=_goals(goals) if goals else None,
        because=_because(goals) if goals else (),
        goals_source=_given(goals) if goals else "",
        is_made_up=region.is_made_up,
    )


def helped_rows(region: str) -> tuple[Row, ...]:
    """What helped, after those concerned looked back on it together."""
    tags = {
        Outcome.HELPED: Tag(_("het hielp"), "ok"),
        Outcome.A_BIT: Tag(_("hielp een beetje"), "ok"),
    }
    return tuple(
        Row(
            Link(
                friction_title(kept.friction),
                reverse("frictions:one", args=[region, kept.friction]),
            ),
            kept.lesson or kept.meeting.what,
            tags[kept.meeting.outcome],
        )
        for kept in decided_in(region)
        if kept.meeting.outcome in tags
    )


def sooner(release: Release) -> Iterator[Sooner]:
    """The kinds of support of which the last half year lies above the first one, bands and all."""
    for kind in release.categories("naar"):
        found = list(shares_by_half(release, kind))
        if kind != UNKNOWN and len(found) > 1:
            (first, before), (last, now) = found[0], found[-1]
            if now.low > before.high:
                yield Sooner(kind, first, before, last, now)


def shares_by_half(release: Release, kind: str) -> Iterator[tuple[str, Share]]:
    """Each half year of which both counts are known. `kind` may be the total."""
    for name in release.categories("gevraagd"):
        soon = release.count(naar=kind, gevraagd=name, loop="binnen6")
        asked = release.count(naar=kind, gevraagd=name)
        share = wilson(soon, asked) if soon is not None else None
        if share:
            yield name, share


def _sooner_row(region: str, one: Sooner) -> Row:
    said = _("Ontmoet binnen {weeks}: {before} % in {first}, {now} % in {last}.").format(
        weeks=weeks(SOON),
        before=round(100 * one.before.value),
        first=half_year(one.first),
        now=round(100 * one.now.value),
        last=half_year(one.last),
    )
    url = reverse("insight:pair", args=[region, "alle", one.kind])
    return Row(Link(name_of(one.kind), url), said)


def _goals(release: Release) -> Table:
    """By kind of goal: before the day that was expected, on it, after it, or still under way."""
    return Table(
        _("Van wie zijn stappen gaf: wanneer het doel werd bereikt."),
        (_("Doel"), _("Eerder"), _("Op tijd"), _("Later"), _("Loopt nog")),
        tuple(
            (_goal(goal), *(counted(release.count(doel=goal, tegen=one)) for one in AGAINST))
            for goal in release.categories("doel")
            if release.count(doel=goal) != 0
        ),
    )


def _goal(code: str) -> str:
    known = LIFE_DOMAINS.get(code)
    return in_words(known) if known else _("Iets anders")


def _because(release: Release) -> tuple[Fact, ...]:
    """What made it sooner, as it was given."""
    terms = {
        "eerder-begonnen": _("Eerder begonnen"),
        "andere-deur": _("Een andere deur"),
        "ruimte": _("Iemand gebruikte ruimte in een regel"),
        "brug": _("Een plek voor zolang"),
        "gewoon": _("Het liep gewoon zo"),
    }
    found = ((term, release.count(tegen="eerder", door=name)) for name, term in terms.items())
    return tuple(
        Fact(term, _("dicht") if count is None else times(count), missing=count is None)
        for term, count in found
        if count != 0
    )


def _given(release: Release) -> str:
    return _("Cijfers van {day}, alleen van wie daar ja op zei: {times}.").format(
        day=written_date(release.day, language(), year=True), times=times(release.count() or 0)
    )
