# SPDX-License-Identifier: EUPL-1.2
"""Wat als: what would be different in the region, as it was worked out beforehand for every position
of the sliders. Nobody is in it: the people are made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.insight.errors import ReleaseDamaged
from ruimbaan.core.insight.worked_out import Cell, Lived, Moved, Spread, WorkedOut, read_worked_out
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.insight.presentation.waits import overview_url
from ruimbaan.parts.insight.presentation.what_if_said import apart, days, of_hundred, share, tenths
from ruimbaan.ui.components import Fact, KeyMessage, Link, Table, Weighed
from ruimbaan.ui.pictures.curve import CurveLine, CurvePicture, Look, Reached, draw_curve
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

FILE = "wat-als.json"
SAID_AT = 24  # weeks: by then most plans have either come somewhere or not
EVERY = 12  # weeks between two marks along the picture and two rows of the table
LAST = 54
DIGEST = 12  # characters: enough to tell two worlds apart


@dataclass(frozen=True, slots=True)
class Control:
    """One slider as it stands now."""

    id: str
    label: str
    said: str
    value: int
    last: int
    step: int
    stops: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """Without `controls` nothing was worked out; `damaged`: what was, is not whole."""

    title: str
    crumbs: tuple[Link, ...]
    controls: tuple[Control, ...] = ()
    moved: bool = False
    key: KeyMessage | None = None
    picture: SafeString | None = None
    reached: Table | None = None
    waits: Table | None = None
    source: tuple[Fact, ...] = ()
    changed_since: bool = False
    damaged: bool = False
    is_made_up: bool = False


def what_if_page(region: Region, asked: Mapping[str, str]) -> WhatIfPage:
    title = in_words(region.title)
    crumbs = (
        Link(_("{region} in één beeld").format(region=title), overview_url(region.id)),
        Link(_("Wat als?")),
    )
    try:
        found = worked_out(region.id)
    except ReleaseDamaged:
        return WhatIfPage(title, crumbs, damaged=True)
    if found is None:
        return WhatIfPage(title, crumbs)
    cell = tuple(one.nearest(asked.get(one.id, "")) for one in found.sliders)
    moved = any(cell)
    lived = found.cells[cell]
    return WhatIfPage(
        title=title,
        crumbs=crumbs,
        controls=tuple(map(_control, found.sliders, cell)),
        moved=moved,
        key=_key(found, lived, cell),
        picture=mark_safe(draw_curve(_curve(found.now, lived, moved=moved))),  # noqa: S308 -- our own drawing, escaped
        reached=_reached(found.now, lived, moved=moved),
        waits=_waits(region, found.now, lived, moved=moved),
        source=_source(found),
        changed_since=found.world != region.world.digest,
        is_made_up=region.is_made_up,
    )


def worked_out(region: str) -> WorkedOut | None:
    """Raises ReleaseDamaged."""
    file = Path(settings.RELEASES) / region / FILE
    try:
        content = file.read_bytes()
    except OSError:
        return None
    return read_worked_out(FILE, content)


def _control(slider: Moved, value: int) -> Control:
    return Control(
        id=slider.id,
        label=in_words(slider.label),
        said=f"{value} {in_words(slider.unit)}",
        value=value,
        last=slider.positions[-1],
        step=slider.positions[1],
        stops=slider.positions,
    )


def _key(found: WorkedOut, lived: Lived, cell: Cell) -> KeyMessage:
    now, then = found.now.reached[SAID_AT], lived.reached[SAID_AT]
    if not any(cell):
        return KeyMessage(
            _("Zoals het nu gaat"),
            _("Verzet een schuif. Dan staat hier wat er verandert."),
            (Weighed(_in_time(), of_hundred(now)),),
        )
    more = lived.more[SAID_AT]
    return KeyMessage(
        _difference(more),
        _("Het verschil na {weeks} weken, van elke 100 doelen. {sure}").format(
            weeks=SAID_AT, sure=_sure(more)
        ),
        (
            Weighed(_("Nu"), of_hundred(now)),
            Weighed(_("Met deze verandering"), of_hundred(then)),
        ),
    )


def _in_time() -> str:
    return _("Bereikt na {weeks} weken").format(weeks=SAID_AT)


def _difference(more: Spread) -> str:
    if more.low <= 0 <= more.high:
        return _("Er is geen verschil te zien")
    said = tenths(abs(more.mean))
    if more.mean > 0:
        return _("{n} doelen meer bereikt").format(n=said)
    return _("{n} doelen minder bereikt").format(n=said)


def _sure(more: Spread) -> str:
    """In which interval the mean lies, 95 of 100 times."""
    return _("Het ligt tussen {low} en {high}.").format(
        low=tenths(more.low), high=tenths(more.high)
    )


def _curve(now: Lived, then: Lived, *, moved: bool) -> CurvePicture:
    lines = [_line(_("Zoals het nu gaat"), now, Look.BESIDE if moved else Look.MAIN)]
    if moved:
        lines.append(_line(_("Met deze verandering"), then, Look.MAIN))
    return CurvePicture(
        title=_("Hoeveel van de doelen zijn na hoeveel weken bereikt?"),
        description=" ".join(f"{line.name}: {line.note}." for line in lines),
        up=_("van elke 10 doelen"),
        along=_("weken na de eerste dag"),
        last=LAST,
        marks=tuple(range(0, LAST, EVERY)),
        lines=tuple(lines),
    )


def _line(name: str, lived: Lived, look: Look) -> CurveLine:
    steps = tuple(Reached(week, one.mean, one.low, one.high) for week, one in lived.reached.items())
    weeks = max(lived.reached)  # where the line ends, for that is where this stands
    note = _("na {weeks} weken {share}").format(weeks=weeks, share=of_hundred(lived.reached[weeks]))
    return CurveLine(name, note, steps, look)


def _reached(now: Lived, then: Lived, *, moved: bool) -> Table:
    head = (_("Sinds de eerste dag"), _("Nu"), *_heads(moved=moved))
    rows = []
    for week in range(EVERY, LAST, EVERY):
        row = [_("Na {weeks} weken").format(weeks=week), share(now.reached[week])]
        if moved:
            row += [share(then.reached[week]), apart(then.more[week], 100)]
        rows.append(tuple(row))
    return Table(
        _("Van elke 100 doelen bereikt, met de marge: 8 van de 10 keer ligt het daarbinnen."),
        head,
        tuple(rows),
    )


def _waits(region: Region, now: Lived, then: Lived, *, moved: bool) -> Table:
    rows = []
    for service, one in now.waits.items():
        known = region.world.services.get(service)
        row = [in_words(known.label) if known else service, days(one)]
        if moved:
            row += [days(then.waits[service]), apart(then.longer[service])]
        rows.append(tuple(row))
    return Table(
        _("Dagen wachten op een plek, met de marge: 8 van de 10 keer ligt het daarbinnen."),
        (_("Plek"), _("Nu"), *_heads(moved=moved)),
        tuple(rows),
    )


def _heads(*, moved: bool) -> tuple[str, ...]:
    return (_("Met deze verandering"), _("Verschil")) if moved else ()


def _source(found: WorkedOut) -> tuple[Fact, ...]:
    return (
        Fact(_("Uitgerekend op"), written_date(found.day, language(), year=True)),
        Fact(
            _("Hoe"),
            _("{people} bedachte mensen in {years} jaar, {runs} keer doorgerekend").format(
                people=found.people, years=found.years, runs=found.runs
            ),
        ),
        Fact(_("Met de Kaart en de regels van kenmerk"), found.world[:DIGEST]),
    )
