# SPDX-License-Identifier: EUPL-1.2
"""The form of an agreement, with what was filled in or what held so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.discretion.agreements import FEWEST, Version
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.parts.directory.queries import is_place, list_regions
from ruimbaan.parts.discretion.agreeing.forms import RULES, SERVICES, SHARES
from ruimbaan.parts.discretion.agreeing.reading import Agreed
from ruimbaan.parts.rulebook.queries import list_rules
from ruimbaan.ui.components import Alert, Link, Option
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form before somebody types."""

    title: str = ""
    situation: str = ""
    until: str = ""
    review: str = ""
    shares: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareRow:
    """`folded`: behind one line, as long as nothing stands in it."""

    number: int
    organisations: tuple[Option, ...]
    does: str
    folded: bool


@dataclass(frozen=True, slots=True)
class Pick:
    """One list to choose from; `number` counts from 1, and after the first an empty one is folded."""

    number: int
    options: tuple[Option, ...]
    folded: bool


def compose_page(
    region: str,
    organisations: Mapping[UUID, str],
    speaks: Collection[UUID],
    change: Agreed | None,
    posted: QueryDict | None,
    today: date,
    error: str,
) -> dict[str, object]:
    filled = _posted(posted) if posted else _kept(change.matters(today)) if change else Filled()
    first = next((one for one in organisations if one in speaks), None)
    return {
        "form": filled,
        "change": str(change.id) if change else "",
        "rows": tuple(_row(number, organisations, filled, first) for number in range(SHARES)),
        "rules": _picks(RULES, filled.rules, rule_options(region)),
        "places": _picks(SERVICES, filled.services, _places(region)),
        "has_region": region in list_regions(),
        "crumbs": (Link(_("Werkafspraken"), reverse("agreeing:mine")), Link(_("Voorstel"))),
        "error": Alert(error, "error") if error else None,
    }


def rule_options(region: str, *, bends: bool = False) -> tuple[Option, ...]:
    """The rules of the country and of this region; `bends`: only those somebody may deviate from."""
    return tuple(
        Option(rule.id, f"{rule.number} · {in_words(rule.plain.title)}")
        for rule in list_rules()
        if rule.owner in (NATIONAL, region) and (not bends or _bends(rule))
    )


def _bends(rule: RuleText) -> bool:
    return rule.rule.may_bend


def _places(region: str) -> tuple[Option, ...]:
    found = list_regions().get(region)
    services = found.world.services.values() if found else ()
    return tuple(
        Option(one.id, f"{one.label.in_language(language())} ({one.provider})")
        for one in sorted(services, key=lambda one: one.label.in_language(language()))
        if is_place(one)
    )


def _row(
    number: int, organisations: Mapping[UUID, str], filled: Filled, first: UUID | None
) -> ShareRow:
    who, does = filled.shares[number] if number < len(filled.shares) else ("", "")
    if number == 0 and not who and first is not None:
        who = str(first)
    options = (
        Option(str(one), name, checked=str(one) == who) for one, name in organisations.items()
    )
    return ShareRow(number, tuple(options), does, folded=number >= FEWEST and not does)


def _picks(count: int, chosen: tuple[str, ...], options: Iterable[Option]) -> tuple[Pick, ...]:
    every = tuple(options)
    wanted = (*chosen, *("" for _each in range(count)))[:count]
    return tuple(
        Pick(
            number,
            tuple(Option(one.value, one.text, checked=one.value == picked) for one in every),
            folded=number > 1 and not picked,
        )
        for number, picked in enumerate(wanted, start=1)
    )


def _kept(version: Version) -> Filled:
    return Filled(
        title=version.title,
        situation=version.situation,
        until=version.until.isoformat(),
        review="" if version.reviewed else version.review.isoformat(),
        shares=tuple((str(one.organisation), one.does) for one in version.shares),
        rules=version.touches.rules,
        services=version.touches.services,
    )


def _posted(posted: QueryDict) -> Filled:
    return Filled(
        title=posted.get("titel", ""),
        situation=posted.get("situatie", ""),
        until=posted.get("tot", ""),
        review=posted.get("terugkijken", ""),
        shares=tuple(
            (posted.get(f"wie-{number}", ""), posted.get(f"doet-{number}", ""))
            for number in range(SHARES)
        ),
        rules=tuple(posted.getlist("regel")),
        services=tuple(posted.getlist("plek")),
    )
