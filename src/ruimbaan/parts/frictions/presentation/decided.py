# SPDX-License-Identifier: EUPL-1.2
"""Decisions of round tables, as rows and as one line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.frictions.round_table import Seat, Standing
from ruimbaan.parts.frictions.meetings import Kept
from ruimbaan.parts.frictions.queries import catalogue
from ruimbaan.parts.frictions.words import KINDS, OUTCOMES, SEATS, WEIGHTS
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link, Tag
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """`friction` and `url` of the friction it is about; `look_back_url` only for a steward."""

    id: str
    friction: str
    url: str
    kind: str
    what: str
    who: str
    rule: Link | None
    seats: str
    organisations: str
    held: str
    review: str
    weight: str
    tag: Tag
    outcome: str
    lesson: str
    look_back_url: str


def decided_row(kept: Kept, today: date) -> DecidedRow:
    meeting, friction = kept.meeting, catalogue().frictions.get(kept.friction)
    standing = meeting.standing(today)
    return DecidedRow(
        id=str(kept.id),
        friction=in_words(friction.title) if friction else kept.friction,
        url=reverse("frictions:one", args=[kept.region, kept.friction]),
        kind=str(KINDS[meeting.kind]),
        what=meeting.what,
        who=meeting.who,
        rule=_rule(meeting.rule),
        seats=", ".join(str(SEATS[one]) for one in Seat if one in meeting.seats),
        organisations=", ".join(kept.names),
        held=written_date(meeting.held, language(), year=True),
        review=written_date(meeting.review, language(), year=True),
        weight=str(WEIGHTS[meeting.weight]),
        tag=_tag(standing),
        outcome=str(OUTCOMES[meeting.outcome]) if meeting.outcome else "",
        lesson=kept.lesson,
        look_back_url=reverse("frictions:look-back", args=[kept.region, kept.id]),
    )


def _rule(name: str) -> Link | None:
    rule = find_rule(name) if name else None
    if rule is None:
        return None
    return Link(f"{rule.number} · {in_words(rule.plain.title)}", rule_url(name))


def _tag(standing: Standing) -> Tag:
    if standing is Standing.LOOKED_BACK:
        return Tag(_("teruggekeken"), "ok")
    if standing is Standing.TO_LOOK_BACK:
        return Tag(_("tijd om terug te kijken"), "wait")
    return Tag(_("loopt"), "wait")
