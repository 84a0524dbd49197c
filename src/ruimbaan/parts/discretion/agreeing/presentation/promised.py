# SPDX-License-Identifier: EUPL-1.2
"""Letters of mandate and promised room, as who works there sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ruimbaan.core.discretion.mandates import Letter, Term
from ruimbaan.core.discretion.resources import Kind, Promise
from ruimbaan.parts.discretion.agreeing.presentation.composing import rule_options
from ruimbaan.parts.discretion.agreeing.presentation.sheet import typed, written
from ruimbaan.parts.routes.services import told
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Alert, Link, Option, Tag
from ruimbaan.ui.reader import language

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """`name` is for who works there, and stands on no other page."""

    id: UUID
    function: str
    organisation: str
    name: str
    deputy: str
    up_to: str
    reach: str
    given_by: str
    starts: str
    until: str
    rule: Link
    tag: Tag | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class PromiseRow:
    id: UUID
    what: str
    organisation: str
    team: str
    given_by: str
    until: str
    rule: Link | None
    note: str
    tag: Tag | None


def team_page(
    letters: Iterable[Letter],
    promises: Iterable[Promise],
    names: Mapping[UUID, str],
    today: date,
    *,
    may_give: bool,
    error: str,
    done: bool,
) -> dict[str, object]:
    """What is over is left out: it stands in no one's way."""
    shown = [one for one in promises if not one.term.is_over(today)]
    return {
        "letters": tuple(
            letter_row(one, names.get(one.id, ""), today)
            for one in letters
            if not one.term.is_over(today)
        ),
        "cover": tuple(_promise_row(one, today) for one in shown if one.kind is Kind.COVER),
        "means": tuple(_promise_row(one, today) for one in shown if one.kind is not Kind.COVER),
        "may_give": may_give,
        "notice": Alert(_("Gedaan."), "ok") if done and not error else None,
        "error": Alert(error, "error") if error else None,
    }


def letter_page(letter: Letter, name: str, today: date) -> dict[str, object]:
    return {
        "letter": letter_row(letter, name, today),
        "crumbs": (Link(_("Ruimte van het team"), reverse("agreeing:team")), Link(_("Brief"))),
    }


def form_page(
    organisations: Mapping[UUID, str], region: str, posted: QueryDict, today: date, error: str
) -> dict[str, object]:
    """`form` is what was typed, so that nothing is lost when something is missing."""
    chosen, rule = posted.get("organisatie", ""), posted.get("regel", "")
    return {
        "organisations": tuple(
            Option(str(one), name, checked=str(one) == chosen)
            for one, name in organisations.items()
        ),
        "rules": tuple(
            Option(one.value, one.text, checked=one.value == rule)
            for one in rule_options(region, bends=True)
        ),
        "kinds": tuple(
            Option(kind.value, text, checked=kind.value == posted.get("soort", Kind.COVER))
            for kind, text in _kinds().items()
        ),
        "form": posted,
        "shared": "in-routes" in posted or not posted,
        "starts": posted.get("vanaf", today.isoformat()),
        "until": posted.get("tot", (today + YEAR).isoformat()),
        "crumbs": (Link(_("Ruimte van het team"), reverse("agreeing:team")), Link(_("Nieuw"))),
        "error": Alert(error, "error") if error else None,
    }


def letter_row(letter: Letter, name: str, today: date) -> LetterRow:
    return LetterRow(
        id=letter.id,
        function=typed(letter.function),
        organisation=letter.organisation,
        name=name,
        deputy=typed(letter.deputy),
        up_to=typed(letter.up_to),
        reach=typed(letter.reach),
        given_by=typed(letter.given_by),
        starts=written(letter.term.starts),
        until=written(letter.term.until),
        rule=_rule(letter.rule),
        tag=_tag(letter.term, today),
        is_over=letter.term.is_over(today),
    )


def _promise_row(promise: Promise, today: date) -> PromiseRow:
    covers = promise.kind is Kind.COVER
    note = _("Routes rekenen hierop.") if promise.in_routes else _("Alleen voor het eigen team.")
    return PromiseRow(
        id=promise.id,
        what=_what(promise),
        organisation=promise.organisation,
        team=typed(promise.team),
        given_by=typed(promise.by),
        until=written(promise.term.until),
        rule=_rule(promise.rule) if covers else None,
        note=note if covers else "",
        tag=_tag(promise.term, today),
    )


def _what(promise: Promise) -> str:
    match promise.kind:
        case Kind.HOURS:
            return _("{n} uur per maand buiten de productie").format(n=promise.amount)
        case Kind.BUDGET:
            return _("{n} euro per jaar voor wat klein is").format(n=promise.amount)
        case _cover:
            return _("Ik sta achter je, ook op vrijdag")


def _kinds() -> dict[Kind, str]:
    return {
        Kind.COVER: _("Rugdekking voor een regel: ik sta achter je"),
        Kind.HOURS: _("Uren per maand, buiten de productie"),
        Kind.BUDGET: _("Een klein budget, in euro's per jaar"),
    }


def _rule(code: str) -> Link:
    found = find_rule(code)
    if found is None:  # no longer in force: what was promised about it is history
        return Link(code)
    title = format_html("{}: {}", found.number, told(found.plain.title, language()))
    return Link(title, rule_url(code))


def _tag(term: Term, today: date) -> Tag | None:
    if term.is_over(today):
        return Tag(_("Geldt niet meer"), "plain")
    if today < term.starts:
        return Tag(_("Begint later"), "plain")
    return Tag(_("Loopt bijna af"), "wait") if term.lapses_soon(today) else None
