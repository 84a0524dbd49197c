# SPDX-License-Identifier: EUPL-1.2
"""The form of Mag ik dit?, what was not sure, and the situations to pick from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.discretion.may_i.kinds import Role
from ruimbaan.core.discretion.may_i.matching import Certainty, Found
from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.discretion.may_i.presentation.reaching import Contact, contacts
from ruimbaan.parts.discretion.may_i.sent import MOST_LETTERS, Sent
from ruimbaan.ui.components import Option

SUPPORT = (38, 34)  # kinds on the map: somebody who thinks along, a place to walk into


@dataclass(frozen=True, slots=True)
class Topic:
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """`near`: to choose from, when we are not sure, or beside an answer. `calls`: whom to call."""

    words: str
    before: str
    most_letters: int
    roles: tuple[Option, ...]
    regions: tuple[Option, ...]
    region: str
    danger: bool
    asked: bool
    near: tuple[Option, ...]
    calls: tuple[Contact, ...]
    topics: tuple[Topic, ...]


def asking(sent: Sent, found: Found | None, language: Language) -> Asking:
    """`found` is None when nothing was matched: a situation was picked."""
    regions = list_regions()
    near = found.situations if found else ()
    if found and found.certainty is Certainty.SURE:
        near = near[1:]
    asked = found is not None and found.certainty in (Certainty.UNSURE, Certainty.UNKNOWN)
    return Asking(
        words=sent.words,
        before=sent.picked,
        most_letters=MOST_LETTERS,
        roles=_roles(sent.role),
        regions=(
            Option("", _("Kies je gemeente"), checked=not sent.region),
            *(
                Option(name, region.title.in_language(language), checked=name == sent.region)
                for name, region in regions.items()
            ),
        ),
        region=regions[sent.region].title.in_language(language) if sent.region else "",
        danger=bool(found and found.danger),
        asked=asked,
        near=_options(near, language),
        calls=contacts(sent.region, SUPPORT) if asked else (),
        topics=() if sent.words or sent.picked else _topics(language),
    )


def _options(situations: Iterable[Situation], language: Language) -> tuple[Option, ...]:
    return tuple(Option(one.id, one.title.in_language(language)) for one in situations)


def _topics(language: Language) -> tuple[Topic, ...]:
    catalogue = queries.catalogue()
    titles = {
        "adres-en-opvang": _("Een adres of een bed"),
        "wonen": _("Een woonplek"),
        "geld": _("Geld, werk en schulden"),
        "gemeente": _("Hulp van de gemeente"),
        "zorg": _("Zorg en behandeling"),
        "weten-en-doen": _("Vertellen, meegaan, weglaten"),
    }
    by_name = {one.id: one for one in catalogue.situations}
    return tuple(
        Topic(titles[topic], _options((by_name[name] for name in names), language))
        for topic, names in catalogue.topics.items()
    )


def _roles(chosen: Role) -> tuple[Option, ...]:
    words = {
        Role.PERSON: _("Mezelf"),
        Role.CLOSE_ONE: _("Iemand die ik ken"),
        Role.WORKER: _("Mijn werk"),
        Role.MANAGER: _("Mijn team"),
    }
    return tuple(Option(role.value, text, checked=role is chosen) for role, text in words.items())
