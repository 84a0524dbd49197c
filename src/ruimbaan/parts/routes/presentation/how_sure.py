# SPDX-License-Identifier: EUPL-1.2
"""How sure the days of one way are: worked out when somebody opens it, and gone with the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.insight.waits_apart import TABLE, waits_apart
from ruimbaan.core.planner.futures import HIGH, LOW, MIDDLE, Chance, Chances, chances
from ruimbaan.core.planner.futures_counted import as_counted
from ruimbaan.core.planner.futures_waits import Futures
from ruimbaan.core.planner.futures_words import ALWAYS, NEVER, TEN, Teller, dots, tenths
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.parts.insight.services import figures_of
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import capital, listed
from ruimbaan.ui.components import Table
from ruimbaan.ui.pictures.dots import DotRow, DotsPicture, draw_dots
from ruimbaan.ui.pictures.words import written_date

# Worked out in Python, so that every site says the same; a hundred tell tenths apart and take about
# as long as the page itself (docs/explanation/how-sure.md).
FUTURES = Futures(100)
ASKED = "zeker"  # what a form or an address says when the block is to be open


@dataclass(frozen=True, slots=True)
class WishSure:
    name: str
    in_time: str
    when: str
    most: str


@dataclass(frozen=True, slots=True)
class HowSure:
    wishes: tuple[WishSure, ...]
    basis: tuple[str, ...]
    picture: SafeString
    tables: tuple[Table, ...]


def how_sure(shown: Shown) -> HowSure:
    """Of the wishes that this way brings, and that are not there today already. Without any there
    are no days to be sure of: it says so, and has no table."""
    shown = _as_counted(shown)
    problem = lay_out(shown.world, shown.situation)
    found = chances(problem, shown.plan, FUTURES)
    teller = Teller(
        shown.world,
        shown.language,
        shown.day,
        lambda day: written_date(day, shown.language, year=True),
    )
    coming = [chance for chance in found.goals if chance.planned]
    if not coming:
        return HowSure((), (nothing_to_come(shown),), mark_safe(""), ())
    tables = (_days(shown, teller, coming), _waits(shown, teller, found))
    return HowSure(
        wishes=tuple(_wish(shown, teller, chance) for chance in coming),
        basis=tuple(teller.basis(found)),
        picture=_picture(shown, teller, found, coming),
        tables=tuple(table for table in tables if table.rows),
    )


def nothing_to_come(shown: Shown) -> str:
    """Why a way has no day to wait for: it brings nothing, or all that it brings is there today."""
    here = [shown.name(goal) for goal, day in shown.plan.arrivals.items() if day is not None]
    if not here:
        return _("Deze weg brengt geen wens.")
    return _("Dit is er vandaag al: %(what)s.") % {"what": listed(here)}


def _as_counted(shown: Shown) -> Shown:
    """Where a place gives one number, with the spread that the region released for its kind."""
    weeks = figures_of(shown.world.region).releases.get(TABLE)
    if weeks is None:
        return shown
    source = _("hoe ver wachten uiteenloopt is geteld in deze regio, bij wie er kwam")
    return replace(shown, world=as_counted(shown.world, waits_apart(weeks), source))


def _wish(shown: Shown, teller: Teller, chance: Chance) -> WishSure:
    return WishSure(
        shown.title(chance.fact),
        teller.in_time(chance),
        teller.when(chance.alone),
        teller.most(chance),
    )


def _picture(shown: Shown, teller: Teller, found: Chances, coming: list[Chance]) -> SafeString:
    """Of the wishes whose day differs; with no known spread there is nothing to draw. Nor is there of a
    wish by a day after all that we look at: its mark would press all dots together, and of what does
    not come before then nobody knows whether it is late."""
    in_sight = [one for one in coming if one.needed_by < shown.world.span.horizon]
    differing = [one for one in in_sight if len(set(dots(one.alone.days))) > 1]
    rows = tuple(
        DotRow(
            shown.title(one.fact),
            tuple(None if day is None else shown.date(day) for day in dots(one.alone.days)),
            shown.date(one.needed_by),
            f"{shown.title(one.fact)}: {teller.in_time(one)} {teller.when(one.alone)}",
        )
        for one in differing
    )
    if found.nothing_known or not rows:
        return mark_safe("")
    drawn = DotsPicture(
        title=_("Tien keer deze route"),
        description=_("Per wens tien bolletjes: elk bolletje is 1 van de 10 keer. Vol is op tijd."),
        rows=rows,
        needed=_("nodig"),
        later=_("later"),
    )
    return mark_safe(draw_dots(drawn, shown.language))  # noqa: S308 - our own drawing


def _days(shown: Shown, teller: Teller, coming: list[Chance]) -> Table:
    def of_ten(share: float) -> str:
        n = tenths(share)
        if 0 < n < TEN:
            return _("%(n)d van de 10 keer") % {"n": n}
        return capital(teller.say(ALWAYS if n else NEVER))

    def day(found: int | None) -> str:
        if found is None:
            return _("na %(months)s maanden, of niet") % {"months": teller.months}
        return shown.around(found)

    columns = (
        _("Wat je wilt"),
        _("Nodig op"),
        _("Op tijd met alleen deze route"),
        _("Op tijd als je je overal aanmeldt"),
        _("Als het meezit (1 van de 10 keer)"),
        _("Gewoon (de helft)"),
        _("Als het tegenzit (1 van de 10 keer)"),
    )
    rows = tuple(
        (
            shown.title(one.fact),
            shown.day(one.needed_by),
            of_ten(one.alone.share),
            of_ten(one.everywhere.share),
            *(day(one.alone.by(share)) for share in (LOW, MIDDLE, HIGH)),
        )
        for one in coming
    )
    return Table(_("Hoe zeker zijn deze dagen?"), columns, rows)


def _waits(shown: Shown, teller: Teller, found: Chances) -> Table:
    """What is known of each wait on this way, of which day, and where it was found."""
    rows = []
    for used in found.waits:
        wait = shown.world.services[used.service].wait
        day = teller.on(wait.as_of) if wait.as_of else _("niet bekend")
        rows.append((shown.title(used.service), teller.wait(used), day, wait.source))
    columns = (_("Waarop je wacht"), _("Wat we weten"), _("Van welke dag"), _("Waar het staat"))
    return Table(_("Met welke wachttijden rekenen we?"), columns, tuple(rows))
