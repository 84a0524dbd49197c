# SPDX-License-Identifier: EUPL-1.2
"""What is taken along, as a file for programs and as a page for people, in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from importlib.resources import files

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import FORMAT, VERSION, Fact, Section, Value, item_as_json
from ruimbaan.ui.reader import in_words, language

Items = Iterable[tuple[Fact, ...]]
LOG = Text("Wie keek in mijn reis?", "Who looked in my journey?")
LOOKS = "static/rights/take_along.css"


def as_json(sections: Sequence[Section], log: Items, made: datetime) -> Iterator[str]:
    """The log comes last, row by row."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "made": made.isoformat(),
        "language": language(),
        "sections": {section.name: section.as_json() for section in sections},
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    yield ',\n "log": ['
    between = "\n  "
    for item in log:
        yield between + json.dumps(item_as_json(item), ensure_ascii=False)
        between = ",\n  "
    yield "\n ]\n}\n"


def as_page(sections: Sequence[Section], log: Items, made: datetime) -> Iterator[str]:
    """One page that needs nothing else, and can be printed."""
    shown = [
        {
            "name": section.name.replace(".", "-"),
            "title": in_words(section.title),
            "about_others": section.about_others,
            "items": [_lines(item) for item in section.items],
        }
        for section in sections
    ]
    context = {"sections": shown, "made": made, "language": language(), "log_title": in_words(LOG)}
    yield render_to_string("rights/taken_head.html", context | {"style": _style()})
    for item in log:
        cells = (f"{label}: {value}" for label, value in _lines(item))
        yield format_html("<li>{}</li>\n", ". ".join(cells))
    yield render_to_string("rights/taken_foot.html")


def _style() -> str:
    """The tag is put together here: this page is opened from a disk, where no CSP of ours holds,
    and in pages that we serve there is never one."""
    css = files(__package__).joinpath(LOOKS).read_text("utf-8")
    return format_html("<{tag}>{css}</{tag}>", tag="style", css=mark_safe(css))  # noqa: S308 -- ours


def _lines(item: Iterable[Fact]) -> list[tuple[str, str]]:
    """What is empty says nothing."""
    return [
        (in_words(fact.label), _shown(fact.value))
        for fact in item
        if fact.value not in (None, "", ())
    ]


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i:s")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return ", ".join(value) if isinstance(value, tuple) else str(value)
