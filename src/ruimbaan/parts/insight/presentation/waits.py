# SPDX-License-Identifier: EUPL-1.2
"""Waar blijft het liggen: who asks whom, and how soon they meet, per kind of support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import WITHIN, Shown, Waits
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.insight.figures import HANDOFFS, figures_of
from ruimbaan.parts.insight.presentation.pairs import (
    FROM,
    TO,
    Pair,
    at_most,
    codes,
    of_unknown_pace,
    pairs,
    slowest,
)
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.insight.presentation.wording import (
    counted,
    half,
    name_of,
    not_known,
    percent,
    source,
    story,
    times,
    title_of,
    weeks,
)
from ruimbaan.ui.components import KeyMessage, Link, Table, Weighed
from ruimbaan.ui.pictures.matrix import MatrixCell, MatrixPicture, Pace, draw_matrix
from ruimbaan.ui.reader import in_words

MOST_ROWS = 8
_PACES = dict(zip(WITHIN.values(), (Pace.WEEK, Pace.THREE, Pace.SIX, Pace.THIRTEEN), strict=True))


@dataclass(frozen=True, slots=True)
class WaitsPage:
    """Without `picture` nothing was released; `damaged`: what was, is not what was audited. `rows` are
    the slowest; `every` all that stand in the table, so those and the sums too."""

    title: str
    crumbs: tuple[Link, ...]
    source: str = ""
    key: KeyMessage | None = None
    picture: SafeString | None = None
    rows: tuple[Row, ...] = ()
    unknown: str = ""
    every: tuple[Row, ...] = ()
    table: Table | None = None
    table_url: str = ""
    damaged: bool = False
    is_made_up: bool = False


def waits_page(region: Region) -> WaitsPage:
    title = in_words(region.title)
    crumbs = (
        Link(_("{region} in één beeld").format(region=title), overview_url(region.id)),
        Link(_("Waar blijft het liggen?")),
    )
    found = figures_of(region.id)
    release = found.releases.get(HANDOFFS)
    if release is None:
        return WaitsPage(title, crumbs, damaged=HANDOFFS in found.damaged)
    known = tuple(pairs(release))
    first = slowest(known)[:MOST_ROWS]
    unknown = of_unknown_pace(known)
    return WaitsPage(
        title=title,
        crumbs=crumbs,
        source=source(release),
        key=_key(known[-1].waits),
        picture=mark_safe(draw_matrix(_matrix(region.id, release, known))),  # noqa: S308 -- our own drawing, escaped
        rows=tuple(_row(region.id, one) for one in first),
        unknown=not_known(unknown, below_slowest=bool(first)) if unknown else "",
        every=tuple(_row(region.id, one) for one in _asked_for(known)),
        table=table_of(release),
        table_url=reverse("insight:waits-table", args=[region.id]),
        is_made_up=region.is_made_up,
    )


def overview_url(region: str) -> str:
    return reverse("insight:overview", args=[region])


def pair_url(region: str, sender: str, asked: str) -> str:
    return reverse("insight:pair", args=[region, sender, asked])


def table_of(release: Release) -> Table:
    """Each pair that anybody asked for, sums too."""
    within = tuple(_("Binnen {weeks}").format(weeks=weeks(limit)) for limit in WITHIN.values())
    return Table(
        _("Van elk paar: hoeveel keer gevraagd, en welk deel ontmoet. Tussen haakjes de marge."),
        (_("Van"), _("Naar"), _("Gevraagd"), *within),
        tuple(
            (
                name_of(one.sender),
                name_of(one.asked),
                counted(one.waits.asked),
                *(percent(one.waits.share(limit)) for limit in WITHIN.values()),
            )
            for one in _asked_for(pairs(release))
        ),
    )


def _asked_for(known: Iterable[Pair]) -> Iterator[Pair]:
    return (one for one in known if one.waits.shown is not Shown.NOBODY)


def _row(region: str, one: Pair) -> Row:
    title, asked = title_of(one.sender, one.asked), one.waits.asked
    said = half(one.waits) if asked is None else f"{half(one.waits)} · {times(asked)}"
    return Row(Link(title, pair_url(region, one.sender, one.asked)), said)


def _key(everybody: Waits) -> KeyMessage:
    if everybody.half_within is None:
        title = _("Na {weeks} is nog niet de helft ontmoet").format(weeks=weeks(13))
    else:
        title = _("De helft is ontmoet binnen {weeks}").format(weeks=weeks(everybody.half_within))
    return KeyMessage(
        title,
        _(
            "Geteld van de dag van de vraag tot de dag van de eerste ontmoeting. Wie een nee kreeg of nog wacht, telt mee."
        ),
        tuple(
            Weighed(
                _("Ontmoet binnen {weeks}").format(weeks=weeks(limit)),
                percent(everybody.share(limit)),
            )
            for limit in (3, 13)
        ),
    )


def _matrix(region: str, release: Release, known: Sequence[Pair]) -> MatrixPicture:
    senders, asked = codes(release, FROM), codes(release, TO)
    cells = [_cell(region, one) for one in known]
    return MatrixPicture(
        title=_("Waar blijft het liggen?"),
        description=_("Per paar van soorten steun: binnen hoeveel weken de helft is ontmoet."),
        from_word=_("van"),
        to_word=_("naar"),
        senders=tuple(map(name_of, senders)),
        asked=tuple(map(name_of, asked)),
        cells=tuple(tuple(cells[at : at + len(asked)]) for at in range(0, len(cells), len(asked))),
        legend=(
            *(
                (pace, _("binnen {weeks}").format(weeks=weeks(limit)))
                for limit, pace in _PACES.items()
            ),
            (Pace.LONGER, _("langer")),
            (Pace.COUNT, _("hoe snel precies is niet te zeggen")),
            (Pace.FEW, _("dicht: minder dan 10, of om die te beschermen")),
            (Pace.NOBODY, _("niemand vroeg dit")),
        ),
    )


def _cell(region: str, one: Pair) -> MatrixCell:
    told, url = story(one.sender, one.asked, one.waits), pair_url(region, one.sender, one.asked)
    asked = f"{counted(one.waits.asked)}×"
    match one.waits.shown:
        case Shown.NOBODY:
            return MatrixCell(Pace.NOBODY)
        case Shown.FEW:
            return MatrixCell(Pace.FEW, _("dicht"), story=told, url=url)
        case Shown.COUNT:
            limit = at_most(one.waits)
            if limit is None:
                return MatrixCell(Pace.COUNT, asked, story=told, url=url)
            return MatrixCell(Pace.COUNT, f"≤ {weeks(limit)}", asked, told, url)
        case Shown.PACE:
            within = one.waits.half_within
            if within is None:
                return MatrixCell(Pace.LONGER, _("langer"), asked, told, url)
            return MatrixCell(_PACES[within], weeks(within), asked, told, url)
