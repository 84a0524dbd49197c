# SPDX-License-Identifier: EUPL-1.2
"""Ik nu as a whole: the two moments beside each other, and what was written."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.journey.then_and_now import Moment, Row, chosen, rows
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import DOMAINS, OF_PART
from ruimbaan.parts.journey.now.content_of import asks, instruments, marks
from ruimbaan.parts.journey.now.presentation.picture import Line, ThenAndNow, draw
from ruimbaan.parts.journey.presentation.parts import home_crumb, list_page
from ruimbaan.parts.journey.presentation.saying import day, in_words
from ruimbaan.ui.components import Link, Option, Table

NOTES = OF_PART[Part.ME_NOW]


@dataclass(frozen=True, slots=True)
class Beside:
    """The picture and the table that says the same; `then` is empty as long as there is one."""

    svg: SafeString
    table: Table
    url: str
    about: str


def now_page(
    own: Own,
    notes: tuple[Told, ...],
    moments: tuple[Moment, ...],
    then: UUID | None,
    now: UUID | None,
) -> dict[str, object]:
    """Raises MomentUnknown."""
    earlier, later = chosen(moments, then, now)
    return {
        **list_page(own, NOTES, notes),
        "beside": _beside(own, earlier, later) if later else None,
        "then_options": _options(own, moments, earlier) if len(moments) > 1 else (),
        "now_options": _options(own, moments, later) if len(moments) > 1 else (),
    }


def lists_page() -> dict[str, object]:
    return {
        "crumbs": (home_crumb(), now_crumb(), Link(_("Lijsten van anderen"))),
        "lists": tuple((one, in_words(one.licence), in_words(one.why)) for one in instruments()),
    }


def now_crumb() -> Link:
    return Link(in_words(NOTES.title), reverse("journey:now"))


def called(moment: Moment, own: Own) -> str:
    """As in: 12 maart, na de kliniek."""
    on = day(timezone.localdate(moment.at), own.today)
    return f"{on}, {moment.title}" if moment.title else on


def _beside(own: Own, then: Moment | None, now: Moment) -> Beside:
    said = {code: in_words(text) for code, text in marks().items()}
    found = tuple(rows(tuple(asks()), then, now))
    both = (then, now) if then else (now,)
    heads = tuple(
        (word, day(timezone.localdate(one.at), own.today))
        for word, one in zip((_("Toen"), _("Nu"))[-len(both) :], both, strict=True)
    )
    title = _("Toen en nu naast elkaar") if then else _("Hoe het nu is")
    lines = tuple(_line(row, said) for row in found)
    shown = ThenAndNow(title, _describe(lines, two=then is not None), heads, lines, said)
    return Beside(
        svg=mark_safe(draw(shown)),  # noqa: S308 - every text in it is escaped by the kit
        table=_table(title, own, both, lines),
        url=reverse("journey:now-sketch-change", args=[now.id]),
        about=called(now, own),
    )


def _line(row: Row, said: dict[str, str]) -> Line:
    def with_words(code: str | None) -> tuple[str, str] | None:
        return (code, said[code]) if code in said else None

    return Line(in_words(DOMAINS[row.domain]), with_words(row.then), with_words(row.lately))


def _describe(lines: tuple[Line, ...], *, two: bool) -> str:
    skipped = _("Liever niet")
    sentences = []
    for line in lines:
        now = line.now[1] if line.now else skipped
        then = line.then[1] if line.then else skipped
        words = _("{waar}: toen {toen}, nu {nu}.") if two else _("{waar}: {nu}.")
        sentences.append(words.format(waar=line.name, toen=then.lower(), nu=now.lower()))
    return " ".join(sentences)


def _table(title: str, own: Own, both: tuple[Moment, ...], lines: tuple[Line, ...]) -> Table:
    skipped = _("Liever niet")
    cells = [
        (line.name, *((one[1] if one else skipped) for one in (line.then, line.now)[-len(both) :]))
        for line in lines
    ]
    return Table(
        title,
        (_("Waar het over gaat"), *(called(one, own) for one in both)),
        tuple(cells),
    )


def _options(own: Own, moments: tuple[Moment, ...], current: Moment | None) -> tuple[Option, ...]:
    return tuple(Option(str(one.id), called(one, own), checked=one == current) for one in moments)
