# SPDX-License-Identifier: EUPL-1.2
"""What asks for a steward's look before its day: look-backs, letters that lapse, places that may fall
over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.frictions.round_table import Standing
from ruimbaan.parts.directory.queries import fragile
from ruimbaan.parts.discretion.queries import Lapsing, room_in
from ruimbaan.parts.frictions.queries import catalogue, decided_in
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.ui.components import Link
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

MOST_FRAGILE = 8


def lapses(region: str, today: date) -> tuple[Row, ...]:
    """Decisions and agreements to look back on, and letters whose last day comes."""
    room = room_in(region, today)
    return (
        *look_backs(region, today),
        *(Row(link, _("Werkafspraak: tijd om samen terug te kijken")) for link in room.to_review),
        *map(_lapsing, room.lapsing),
    )


def look_backs(region: str, today: date) -> Iterable[Row]:
    for kept in decided_in(region):
        if kept.meeting.standing(today) is Standing.TO_LOOK_BACK:
            url = reverse("frictions:look-back", args=[region, kept.id])
            note = _("Besluit van {day}: tijd om samen terug te kijken").format(
                day=written_date(kept.meeting.held, language(), year=True)
            )
            yield Row(Link(friction_title(kept.friction), url), note)


def friction_title(friction: str) -> str:
    found = catalogue().frictions.get(friction)
    return in_words(found.title) if found else friction


def _lapsing(letter: Lapsing) -> Row:
    """The letter itself is of its organisation; here it says only that it lapses."""
    rule = find_rule(letter.rule)
    title = f"{rule.number} · {in_words(rule.plain.title)}" if rule else letter.rule
    link = Link(title, reverse("rulebook:rule", args=[letter.rule]) if rule else "")
    note = _("Mandaat van {function} ({organisation}) loopt af op {day}").format(
        function=letter.function,
        organisation=letter.organisation,
        day=written_date(letter.until, language(), year=True),
    )
    return Row(link, note)


def fragile_rows(region: str, today: date) -> tuple[Row, ...]:
    """By place: its money ends, or all hangs on one person."""
    notes: dict[str, tuple[str, list[str]]] = {}
    for item in fragile(region, today):
        said = (
            _("het geld stopt op {day}").format(day=written_date(item.since, language(), year=True))
            if item.since
            else _("het hangt aan één persoon")
        )
        notes.setdefault(item.code, (item.name, []))[1].append(said)
    rows = (
        Row(Link(name, reverse("directory:place", args=[region, code])), ", ".join(said))
        for code, (name, said) in notes.items()
    )
    return tuple(rows)[:MOST_FRAGILE]
