# SPDX-License-Identifier: EUPL-1.2
"""Welke regel eerst: what changing a rule for everybody wins for the made-up people of a region.

Never a share of one rule alone: beside what a rule wins stands with which other it wins more, and with
which less, than the two added up.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.insight.presentation.rows import Row
from ruimbaan.parts.insight.presentation.which_rule_told import Stuck, Together, Told
from ruimbaan.parts.insight.ranking import ranking_of
from ruimbaan.ui.components import KeyMessage, Link, Table
from ruimbaan.ui.reader import in_words

MOST_ROWS, MOST_STUCK = 5, 3


@dataclass(frozen=True, slots=True)
class WhichRulePage:
    """`is_kept`: it was worked out and may be shown; `damaged`: what was, is not what was written.
    Without `key` no few rules win anything."""

    title: str
    crumbs: tuple[Link, ...]
    damaged: bool = False
    is_kept: bool = False
    key: KeyMessage | None = None
    picture: SafeString | None = None
    rows: tuple[Row, ...] = ()
    others: tuple[Row, ...] = ()
    rules: Table | None = None
    pairs: Table | None = None
    together: tuple[Together, ...] = ()
    fewer_together: tuple[Together, ...] = ()
    fixed: tuple[Row, ...] = ()
    stuck: tuple[Stuck, ...] = ()
    more_stuck: tuple[Stuck, ...] = ()
    source: str = ""
    changed: bool = False
    is_made_up: bool = False


def which_rule_page(region: Region) -> WhichRulePage:
    title = in_words(region.title)
    crumbs = (
        Link(
            _("{region} in één beeld").format(region=title),
            reverse("insight:overview", args=[region.id]),
        ),
        Link(_("Welke regel eerst?")),
    )
    kept, damaged = ranking_of(region.id)
    if kept is None:
        return WhichRulePage(title, crumbs, damaged)
    told = Told(region, kept)
    together, stuck = told.together(), told.stuck()
    return WhichRulePage(
        title=title,
        crumbs=crumbs,
        is_kept=True,
        key=told.key(),
        picture=told.picture(),
        rows=told.rows()[:MOST_ROWS],
        others=told.rows()[MOST_ROWS:],
        rules=told.table(),
        pairs=told.pairs(),
        together=together[-1:],
        fewer_together=together[:-1],
        fixed=told.fixed(),
        stuck=stuck[:MOST_STUCK],
        more_stuck=stuck[MOST_STUCK:],
        source=told.source(),
        changed=kept.ranking["world"] != region.world.digest,
        is_made_up=region.is_made_up,
    )
