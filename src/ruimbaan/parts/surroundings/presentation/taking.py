# SPDX-License-Identifier: EUPL-1.2
"""The card to take along: to print, or to send from the reader's own mail or telephone. We send
nothing ourselves, so we need no address of anybody."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.surroundings.roles import Card, Guide


@dataclass(frozen=True, slots=True)
class Taken:
    title: str
    lines: tuple[str, ...]
    fill_in: tuple[str, ...]
    mail_url: str
    message_url: str


def taken(guide: Guide, card: Card, language: Language) -> Taken:
    title = guide.paper.title.in_language(language)
    lines = tuple(line.in_language(language) for line in guide.paper.lines)
    text = _message(title, lines, card, language)
    return Taken(
        title=title,
        lines=lines,
        fill_in=tuple(one.in_language(language) for one in guide.paper.fill_in),
        mail_url=f"mailto:?subject={quote(_('Om te bewaren'))}&body={quote(text)}",
        message_url=f"sms:?&body={quote(text)}",
    )


def _message(title: str, lines: tuple[str, ...], card: Card, language: Language) -> str:
    """Plain lines, that any mail or message shows as they are."""
    said = [one.in_language(language) for one in (*card.say, card.today, card.call)]
    return "\r\n".join([card.title.in_language(language), *said, "", title, *lines])
