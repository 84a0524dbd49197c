# SPDX-License-Identifier: EUPL-1.2
"""When nothing was found: what is nearest to it, and what one can walk into today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.parts.directory.presentation.found import Found, found_places
from ruimbaan.parts.directory.presentation.looking import FAR, PLACE, SWITCHES, WORDS, YES, Looking
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.finding import Answer, find
from ruimbaan.ui.components import Link

WALK_INS = 3


@dataclass(frozen=True, slots=True)
class NextBest:
    """`ways` ask nearly the same and find something; `walk_ins` are open to everyone."""

    ways: tuple[Link, ...]
    walk_ins: tuple[Found, ...]


def next_best(region: Region, looking: Looking, answer: Answer, address: str) -> NextBest:
    walk_ins = find(region.id, "", Filters(walk_in=True, near=looking.filters.near))
    if not walk_ins.listings:
        walk_ins = find(region.id, "", Filters(walk_in=True))
    return NextBest(
        ways=tuple(_ways(region.id, looking, answer, address)),
        walk_ins=found_places(region, walk_ins, walk_ins.listings[:WALK_INS]),
    )


def _ways(region: str, looking: Looking, answer: Answer, address: str) -> Iterator[Link]:
    """Further away, then without each filter, then another word: only what finds something."""
    near = looking.filters.near
    if near and FAR not in looking.asked:
        filters = replace(looking.filters, near=None)
        if number := _number(region, looking.words, filters):
            yield Link(_many(_("Zoek verder weg"), number), looking.address(address, **{FAR: YES}))
    if number := _number(region, looking.words, Filters()):
        without = dict.fromkeys((name for name in looking.asked if name != WORDS), "")
        if without:
            link = looking.address(address, **without)
            yield Link(_many(_("Zoek hetzelfde, zonder filters"), number), link)
    for word in answer.question.unknown:
        for other in answer.shelf.vocabulary.related(word):
            if number := _number(region, other, Filters()):
                name = _("Zoek op “%(word)s”") % {"word": other}
                rest = dict.fromkeys((*SWITCHES, PLACE, FAR), "")
                link = looking.address(address, **rest, **{WORDS: other})
                yield Link(_many(name, number), link)


def _number(region: str, words: str, filters: Filters) -> int:
    return len(find(region, words, filters).listings)


def _many(text: str, number: int) -> str:
    places = ngettext("%(n)d plek", "%(n)d plekken", number) % {"n": number}
    return f"{text} ({places})"
