# SPDX-License-Identifier: EUPL-1.2
"""What waits for a coordinator, as rows: what most routes depend on first, or the oldest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.joining.queue import Item, Why
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.joining.queries import queue
from ruimbaan.parts.directory.joining.remarks import words_of
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.saying import language, said
from ruimbaan.ui.components import Link
from ruimbaan.ui.pictures.words import written_date

KIND, SHEET = "soort", "blad"
AT_A_TIME = 50
FIRST_WORDS = 140  # characters of a remark


@dataclass(frozen=True, slots=True)
class Row:
    """`do` is what the button says."""

    title: str
    why: str
    more: str
    routes: str
    url: str
    do: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    lead: str
    kinds: tuple[Link, ...]
    order: str
    rows: tuple[Row, ...]
    earlier: str
    later: str


def queue_page(region: str, asked: QueryDict, today: date) -> QueuePage:
    items = [item for item in queue(region, today) if item.why is not Why.GAP]
    counts = Counter(item.why for item in items)
    chosen = next((why for why in counts if why.value == asked.get(KIND)), None)
    found = [item for item in items if chosen in (None, item.why)]
    if chosen is Why.STALE:  # who was looked at longest ago
        found.sort(key=lambda item: (item.since or date.min, -item.routes, item.code))
    sheet = min(_number(asked.get(SHEET, "")), -(-len(found) // AT_A_TIME) or 1)
    page = found[(sheet - 1) * AT_A_TIME : sheet * AT_A_TIME]
    base = reverse("upkeep:queue", args=[region])
    kind = chosen.value if chosen else ""
    later = sheet * AT_A_TIME < len(found)
    return QueuePage(
        lead=_lead(len(items)),
        kinds=tuple(_kinds(base, counts, len(items), chosen)),
        order=_("Het langst geleden nagekeken staat bovenaan.")
        if chosen is Why.STALE
        else _("Waar de meeste routes van afhangen, staat bovenaan."),
        rows=tuple(_rows(region, page)),
        earlier=_address(base, kind, sheet - 1) if sheet > 1 else "",
        later=_address(base, kind, sheet + 1) if later else "",
    )


def _lead(count: int) -> str:
    if not count:
        return _("Alles is bij. Er wacht niets.")
    words = ngettext(
        "Er wacht %(count)d ding op een blik.", "Er wachten %(count)d dingen op een blik.", count
    )
    return words % {"count": count}


def why_words(why: Why) -> str:
    return {
        Why.DISPUTE: _("Klopt niet, zegt iemand"),
        Why.CLAIM: _("Van ons, zegt iemand"),
        Why.CONNECTION: _("Wil samenwerken"),
        Why.DOUBLE: _("Misschien dubbel"),
        Why.UNCONFIRMED: _("Nog niet bevestigd"),
        Why.STALE: _("Lang niet nagekeken"),
        Why.FRAGILE: _("Kwetsbaar"),
        Why.GAP: _("Gezocht, niet gevonden"),
    }[why]


def _kinds(base: str, counts: Mapping[Why, int], total: int, chosen: Why | None) -> Iterable[Link]:
    yield Link(_("Alles (%(n)d)") % {"n": total}, base, current=chosen is None)
    for why in (why for why in Why if counts.get(why)):
        text = f"{why_words(why)} ({counts[why]})"
        yield Link(text, _address(base, why.value, 1), current=why is chosen)


def _rows(region: str, items: Iterable[Item]) -> Iterable[Row]:
    page = tuple(items)
    remarks = words_of(region, [item.number for item in page if item.number])
    names = _names(region, {code for item in page for code in (item.code, item.other)})
    for item in page:
        yield Row(
            title=names.get(item.code, item.name or item.code),
            why=why_words(item.why),
            more=_more(item, remarks, names),
            routes=_routes(item.routes),
            url=_url(region, item),
            do=_("Vergelijk") if item.why is Why.DOUBLE else _("Bekijk"),
        )


def _more(item: Item, remarks: Mapping[int, str], names: Mapping[str, str]) -> str:
    other = names.get(item.other, item.other)
    day = written_date(item.since, language(), year=True) if item.since else ""
    match item.why:
        case Why.DISPUTE | Why.CLAIM:
            words = remarks.get(item.number, "")
            short = words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS]}…"
            return f"{day}: “{short}”" if short else day
        case Why.CONNECTION:
            return _("Met %(other)s.") % {"other": other}
        case Why.DOUBLE:
            return _("Lijkt op %(other)s.") % {"other": other}
        case Why.UNCONFIRMED:
            return _("De link uit de mail is nog niet geopend.")
        case Why.STALE:
            return _("Nagekeken op %(day)s.") % {"day": day} if day else _("Nog nooit nagekeken.")
        case Why.FRAGILE:
            words = _("Het geld loopt tot %(day)s.") % {"day": day}
            return words if day else _("Alles hangt aan één persoon.")
    return ""


def _names(region: str, codes: set[str]) -> dict[str, str]:
    rows = Listing.objects.filter(region=region, code__in=codes)
    found = rows.values_list("code", "name", "name_en")
    return {code: said(Text(name, english)) for code, name, english in found}


def _routes(count: int) -> str:
    return ngettext("%(n)d route", "%(n)d routes", count) % {"n": count} if count else ""


def _url(region: str, item: Item) -> str:
    if item.why is Why.DOUBLE:
        return reverse("upkeep:double", args=[region, item.code, item.other])
    if item.why is Why.CONNECTION:
        return reverse("upkeep:connect", args=[region, item.code, item.other])
    return reverse("upkeep:place", args=[region, item.code])


def _address(base: str, kind: str, sheet: int) -> str:
    query = QueryDict(mutable=True)
    if kind:
        query[KIND] = kind
    if sheet > 1:
        query[SHEET] = str(sheet)
    return f"{base}?{query.urlencode()}" if query else base


def _number(text: str) -> int:
    is_number = text.isdecimal() and text.isascii() and len(text) < 5
    return max(1, int(text)) if is_number else 1
