# SPDX-License-Identifier: EUPL-1.2
"""One pair of kinds of support: how soon people met, what became of the others, and what touches it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.insight.kinds import ALL
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import WITHIN, Shown, Waits
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.insight.presentation.pairs import FROM, TO, Pair, codes, pair_of
from ruimbaan.parts.insight.presentation.reasons import Reasons, reasons_for
from ruimbaan.parts.insight.presentation.touching import Touching, touching
from ruimbaan.parts.insight.presentation.waits import overview_url
from ruimbaan.parts.insight.presentation.wording import (
    half,
    percent,
    source,
    times,
    title_of,
    weeks,
)
from ruimbaan.ui.components import Fact, KeyMessage, Link, Table, Weighed
from ruimbaan.ui.pictures.curve import CurveLine, CurvePicture, Look, Reached, draw_curve
from ruimbaan.ui.reader import in_words

LAST = 13.6  # weeks: the last step has to be seen
FEWEST_STEPS = 2  # for a curve


@dataclass(frozen=True, slots=True)
class PairPage:
    """`shown` says what can be told of it; without a `picture` not how fast,
    and `only_beside` not of this pair alone."""

    title: str
    crumbs: tuple[Link, ...]
    source: str
    shown: str
    key: KeyMessage | None
    picture: SafeString | None
    only_beside: bool
    table: Table
    table_url: str
    ends: tuple[Fact, ...]
    reasons: Reasons | None
    touching: Touching
    is_made_up: bool


def pair_page(region: Region, release: Release, sender: str, asked: str, today: date) -> PairPage:
    """The table has to have this pair."""
    pair = pair_of(release, sender, asked)
    title = title_of(sender, asked)
    lines = _lines(release, pair)
    return PairPage(
        title=title,
        crumbs=(
            Link(
                _("{region} in één beeld").format(region=in_words(region.title)),
                overview_url(region.id),
            ),
            Link(_("Waar blijft het liggen?"), reverse("insight:waits", args=[region.id])),
            Link(title),
        ),
        source=source(release),
        shown=pair.waits.shown.value,
        key=_key(pair.waits) if pair.waits.asked else None,
        picture=_drawn(title, lines) if lines else None,
        only_beside=all(line.look is Look.BESIDE for line in lines),
        table=pair_table(release, pair),
        table_url=reverse("insight:pair-table", args=[region.id, sender, asked]),
        ends=_ends(pair.waits),
        reasons=reasons_for(region.id, sender, asked),
        touching=touching(region, sender, asked, today),
        is_made_up=region.is_made_up,
    )


def has_pair(release: Release, sender: str, asked: str) -> bool:
    """A kind that is not in the table is one of those together: nothing can be said of it alone."""
    return sender in codes(release, FROM) and asked in codes(release, TO)


def pair_table(release: Release, pair: Pair) -> Table:
    """The pair, and beside it everybody who asked for the same."""
    told = [(_("Ontmoet"), pair.waits)]
    if pair.sender != ALL:
        told.append((title_of(ALL, pair.asked), pair_of(release, ALL, pair.asked).waits))
    return Table(
        _("Van wie dit vroeg: ontmoet binnen zoveel weken, met de marge."),
        (_("Weken na de vraag"), *(name for name, _waits in told)),
        tuple(
            (weeks(limit), *(percent(found.share(limit)) for _name, found in told))
            for limit in WITHIN.values()
        ),
    )


def _key(found: Waits) -> KeyMessage:
    said = half(found)
    title = said[:1].upper() + said[1:]
    return KeyMessage(
        title,
        _("{times} gevraagd. Wie een nee kreeg of nog wacht, telt mee.").format(
            times=times(found.asked or 0)
        ),
        tuple(
            Weighed(_("Ontmoet binnen {weeks}").format(weeks=weeks(limit)), percent(share))
            for limit in (6, 13)
            if (share := found.share(limit))
        ),
    )


def _lines(release: Release, pair: Pair) -> tuple[CurveLine, ...]:
    """The pair itself, and beside it everybody who asked for the same, as far as either can be
    told."""
    own = _line(title_of(pair.sender, pair.asked), pair.waits, Look.MAIN)
    everybody = pair_of(release, ALL, pair.asked).waits if pair.sender != ALL else None
    beside = _line(title_of(ALL, pair.asked), everybody, Look.BESIDE) if everybody else None
    return tuple(line for line in (own, beside) if line)


def _line(name: str, found: Waits, look: Look) -> CurveLine | None:
    shares = ((limit, found.share(limit)) for limit in WITHIN.values())
    steps = tuple(
        Reached(limit, share.value, share.low, share.high) for limit, share in shares if share
    )
    return CurveLine(name, half(found), steps, look) if len(steps) >= FEWEST_STEPS else None


def _drawn(title: str, lines: tuple[CurveLine, ...]) -> SafeString:
    curve = CurvePicture(
        title=_("{pair}: na hoeveel weken is iemand ontmoet?").format(pair=title),
        description=" ".join(f"{line.name}: {line.note}." for line in lines),
        up=_("van elke 10 mensen"),
        along=_("weken na de vraag"),
        last=LAST,
        marks=(0, *WITHIN.values()),
        lines=lines,
    )
    return mark_safe(draw_curve(curve))  # noqa: S308 -- our own drawing, escaped


def _ends(found: Waits) -> tuple[Fact, ...]:
    """What became of who was not met within thirteen weeks."""
    if found.shown in (Shown.NOBODY, Shown.FEW):
        return ()
    terms = {
        "nee": _("Kreeg een nee"),
        "gestopt": _("Gestopt, door de vrager of de persoon zelf"),
        "wacht": _("Na {weeks} nog niet ontmoet").format(weeks=weeks(13)),
    }
    return tuple(
        Fact(terms[name], _("dicht") if count is None else times(count), missing=count is None)
        for name, count in found.not_met.items()
    )
