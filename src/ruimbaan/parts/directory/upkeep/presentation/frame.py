# SPDX-License-Identifier: EUPL-1.2
"""What stands around every page of upkeep: where one can go in this region, and what was just done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.parts.directory.duplicates.queries import count_open
from ruimbaan.parts.directory.exchange.quarantine import count_waiting
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.regions import list_regions
from ruimbaan.parts.directory.search.gaps import missed
from ruimbaan.parts.directory.upkeep.deeds import find_done
from ruimbaan.parts.directory.upkeep.presentation.deeds import deed_words
from ruimbaan.parts.directory.upkeep.undoing import can_be_undone
from ruimbaan.ui.components import Link

DONE, BACK = "gedaan", "terug"  # in an address: the number of what was just done, or taken back


@dataclass(frozen=True, slots=True)
class Section:
    """`count` is None where there is nothing to count."""

    link: Link
    count: int | None = None


@dataclass(frozen=True, slots=True)
class JustDone:
    """`number` is of what can be taken back with one button; 0 when it cannot."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    region: str
    title: str
    sections: tuple[Section, ...]
    just_done: JustDone | None


def frame(request: HttpRequest, region: str, now: datetime) -> Frame:
    return Frame(
        region=region,
        title=said(list_regions()[region].title),
        sections=_sections(request.path, region),
        just_done=_just_done(request, region, now),
    )


def _sections(here: str, region: str) -> tuple[Section, ...]:
    def section(text: str, name: str, count: int | None = None) -> Section:
        url = reverse(f"upkeep:{name}", args=[region])
        return Section(Link(text, url, current=url == here), count)

    return (
        section(_("Nakijken"), "queue"),
        section(_("Dubbel"), "doubles", count_open(region)),
        section(_("Geweigerd"), "refused", count_waiting(region)),
        section(_("Gezocht"), "gaps", len(missed(region))),
        section(_("Gedaan"), "done"),
    )


def _just_done(request: HttpRequest, region: str, now: datetime) -> JustDone | None:
    for name in (DONE, BACK):
        deed = find_done(region, request.GET.get(name, ""))
        if deed is None:
            continue
        if name == BACK:
            return JustDone(_("Teruggezet: %(what)s") % {"what": deed_words(deed)})
        return JustDone(deed_words(deed), deed.pk if can_be_undone(deed, now) else 0)
    return None


def after(deed: int | None, name: str, *args: str) -> str:
    """The address of a page that tells what was just done; nothing is told of None."""
    url = reverse(f"upkeep:{name}", args=args)
    return f"{url}?{DONE}={deed}" if deed else url
