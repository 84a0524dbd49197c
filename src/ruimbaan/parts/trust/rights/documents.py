# SPDX-License-Identifier: EUPL-1.2
"""What is taken along, as a file for programs and as a page for people, in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import FORMAT, VERSION, Fact, Section, Value, item_as_json
from ruimbaan.ui.reader import in_words, language

Items = Iterable[tuple[Fact, ...]]
LOG = Text("Wie keek in mijn reis?", "Who looked in my journey?")


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
    yield render_to_string("rights/taken_head.html", context)
    for item in log:
        yield render_to_string("rights/taken_look.html", {"lines": _lines(item)})
    yield render_to_string("rights/taken_foot.html")


def _lines(item: Iterable[Fact]) -> list[tuple[str, str]]:
    return [
        (in_words(fact.label), fact.said or _shown(fact.value))
        for fact in item
        if fact.label is not None and fact.has_value
    ]


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
