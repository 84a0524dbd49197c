# SPDX-License-Identifier: EUPL-1.2
"""The rules of a region by what can be said of changing them, also those where it would not help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.advice import judging
from ruimbaan.core.advice.advice import Advice, changed_since
from ruimbaan.core.advice.course import Standing, Taken, standing
from ruimbaan.core.advice.judging import Verdict
from ruimbaan.parts.advice.presentation.followed import followed
from ruimbaan.parts.advice.presentation.words import standing_tag
from ruimbaan.parts.directory.queries import Region
from ruimbaan.ui.components import Link, Tag
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Row:
    link: Link
    why: tuple[str, ...]
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Listing:
    title: str
    crumbs: tuple[Link, ...]
    helps: tuple[Row, ...]
    changed: tuple[Row, ...]
    no_help: tuple[Row, ...]
    too_little: tuple[Row, ...]
    is_made_up: bool


def listing(
    region: Region, every: Iterable[Advice], taken: Mapping[str, tuple[Taken, ...]], today: date
) -> Listing:
    found: dict[Verdict, list[Row]] = {}
    changed: list[Row] = []
    for one in sorted(every, key=lambda one: -len(one.judgement.reasons)):  # most to go by first
        steps = taken.get(one.rule.id, ())
        if since := changed_since(one, steps, today):
            changed.append(_changed(one, since, today))
        else:
            found.setdefault(one.judgement.verdict, []).append(_row(one, steps))
    title = in_words(region.title)
    return Listing(
        title=title,
        crumbs=(
            Link(
                _("{region} in één beeld").format(region=title),
                reverse("insight:overview", args=[region.id]),
            ),
            Link(_("Eén regel veranderen")),
        ),
        helps=tuple(found.get(Verdict.HELPS, ())),
        changed=tuple(changed),
        no_help=tuple(found.get(Verdict.NO_HELP, ())),
        too_little=tuple(found.get(Verdict.TOO_LITTLE, ())),
        is_made_up=region.is_made_up,
    )


def _row(one: Advice, taken: tuple[Taken, ...]) -> Row:
    where = standing(taken)
    tag = standing_tag(where) if where is not Standing.NONE else None
    if tag is None and one.changed is not None:
        tag = Tag(_("verandert binnenkort"), "main")
    why = tuple(in_words(judging.WORDS[reason]) for reason in one.judgement.reasons)
    return Row(_link(one), why, tag)


def _changed(one: Advice, since: date, today: date) -> Row:
    """What followed, and not what spoke for or against it before."""
    found = followed(one, since, today)
    why = (found.says, found.more) if found else ()
    return Row(_link(one), tuple(filter(None, why)), standing_tag(Standing.CHANGED))


def _link(one: Advice) -> Link:
    title = f"{one.rule.number} · {in_words(one.rule.rule.title)}"
    return Link(title, reverse("advice:one", args=[one.region, one.rule.id]))
