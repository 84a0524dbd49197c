# SPDX-License-Identifier: EUPL-1.2
"""The letter to the council: what chafes most, what is being done, what helped, what a council can do.

One page, also when there is much to say: `most` is how many lines each part may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.insight.kinds import ALL, UNKNOWN
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import Share
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.discretion.queries import room_in
from ruimbaan.parts.insight.figures import HALVES, HANDOFFS, figures_of
from ruimbaan.parts.insight.presentation.goes_well import SOON
from ruimbaan.parts.insight.presentation.letter_points import (
    Point,
    doing,
    may_fall_over,
    reported,
    rules_to_ask,
    slow_pairs,
    trend,
    unknown_pace,
    what_helped,
)
from ruimbaan.parts.insight.presentation.pairs import TO, pair_of
from ruimbaan.parts.insight.presentation.wording import counted, half, name_of, source, weeks
from ruimbaan.ui.components import Table
from ruimbaan.ui.pictures.bars import Bar, BarsPicture, draw_bars
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST, MOST_BARS = 3, 6


@dataclass(frozen=True, slots=True)
class Letter:
    """Without `picture` nothing of this region was released yet. `is_shortened`: each part has fewer
    lines than the page has, so that it fits on one sheet."""

    region: str
    day: str
    lead: str
    picture: SafeString | None
    picture_says: str
    table: Table
    chafes: tuple[Point, ...]
    unknown: str
    doing: tuple[Point, ...]
    in_force: str
    helped: tuple[Point, ...]
    trend: str
    council: tuple[Point, ...]
    source: str
    is_shortened: bool
    is_made_up: bool


def letter_of(region: Region, today: date, most: int = MOST) -> Letter:
    releases = figures_of(region.id).releases
    release = releases.get(HANDOFFS)
    bars = tuple(_bars(release))[: MOST_BARS if most == MOST else 2 * most] if release else ()
    room = room_in(region.id, today)
    return Letter(
        region=in_words(region.title),
        day=written_date(today, language(), year=True),
        lead=_lead(release) if release else _("Er zijn nog geen cijfers van deze regio."),
        picture=_drawn(bars) if bars else None,
        picture_says=_("Ontmoet binnen {weeks}, per soort steun. Het streepje is de marge.").format(
            weeks=weeks(SOON)
        ),
        table=_table(bars),
        chafes=(*slow_pairs(release, most), *reported(region.id, most)),
        unknown=unknown_pace(release),
        doing=tuple(doing(region.id, today))[:most],
        in_force=ngettext(
            "{n} werkafspraak geldt nu.", "{n} werkafspraken gelden nu.", room.in_force
        ).format(n=room.in_force),
        helped=tuple(what_helped(region.id))[:most],
        trend=trend(releases.get(HALVES)),
        council=(
            *tuple(rules_to_ask(region, today))[:most],
            *may_fall_over(region.id, today),
            Point(
                _("Vraag over een half jaar opnieuw naar deze cijfers"),
                _("Dan ziet u of het korter duurt."),
            ),
        ),
        source=source(release) if release else "",
        is_shortened=most < MOST,
        is_made_up=region.is_made_up,
    )


def _lead(release: Release) -> str:
    """Everybody together in two sentences."""
    found = pair_of(release, ALL, ALL).waits
    said = [_("Van alle vragen om hulp: {half}.").format(half=half(found))]
    share = found.share(13)
    if share:
        said.append(
            _("Na {weeks} is {share} % nog niet ontmoet.").format(
                weeks=weeks(13), share=round(100 * (1 - share.value))
            )
        )
    return " ".join(said)


def _bars(release: Release) -> Iterator[Bar]:
    """Each kind of support that was asked, who waits longest first."""
    found: list[tuple[str, Share]] = []
    for code in release.categories(TO):
        waits = pair_of(release, ALL, code).waits
        share = waits.share(SOON)
        if code != UNKNOWN and share:
            found.append((code, share))
    for code, share in sorted(found, key=lambda one: (one[1].value, one[0])):
        words = _("{share} % van {n}").format(
            share=round(100 * share.value), n=counted(share.count)
        )
        yield Bar(name_of(code), share.value, share.low, share.high, words)


def _drawn(bars: tuple[Bar, ...]) -> SafeString:
    told = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
    title = _("Ontmoet binnen {weeks} na de vraag").format(weeks=weeks(SOON))
    # On paper only the title is heard, so that one says it all.
    picture = BarsPicture(
        title=f"{title}. {told}.", description=_("Het streepje is de marge."), bars=bars
    )
    return mark_safe(draw_bars(picture))  # noqa: S308 -- our own drawing, escaped


def _table(bars: tuple[Bar, ...]) -> Table:
    return Table(
        _("Ontmoet binnen {weeks} na de vraag").format(weeks=weeks(SOON)),
        (_("Soort steun"), _("Ontmoet"), _("Marge")),
        tuple(
            (
                bar.name,
                bar.words,
                _("{low} tot {high} %").format(
                    low=round(100 * bar.low), high=round(100 * bar.high)
                ),
            )
            for bar in bars
        ),
    )
