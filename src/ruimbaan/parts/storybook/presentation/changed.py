# SPDX-License-Identifier: EUPL-1.2
"""What changed under a building block since the last edition, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.contents import Block
from ruimbaan.core.storybook.editions import Change, Edition, Kind
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.routes.services import told
from ruimbaan.parts.storybook.leaning import NOBODY_KNOWS, changes_of
from ruimbaan.parts.storybook.queries import list_editions
from ruimbaan.ui.pictures.words import written_date


@dataclass(frozen=True, slots=True)
class Changed:
    """`since` names the edition; `lines` is empty when nothing changed."""

    since: str
    lines: tuple[str, ...]


def changed(block: Block, language: Language) -> Changed | None:
    """None when the block still says what it said, or there is no edition yet."""
    changes = changes_of(block)
    if not changes:
        return None
    since = edition_words(list_editions()[-1], language)
    return Changed(since, tuple(dict.fromkeys(change_words(changes, language))))


def edition_words(edition: Edition, language: Language) -> str:
    """As in "editie 1, 22 november 2026"."""
    day = written_date(edition.day, language, year=True)
    return _("editie %(n)d, %(day)s") % {"n": edition.number, "day": day}


def change_words(changes: Iterable[Change], language: Language) -> Iterator[str]:
    """A line for each rule and wait, and one for each person whose figures are others."""
    for change in changes:
        match change.kind:
            case Kind.RULE:
                yield _("Regel %(rule)s is veranderd.") % {"rule": change.name}
            case Kind.WAIT:
                yield _wait(change, language)
            case Kind.FIGURE:
                yield _figure(change)


def _wait(change: Change, language: Language) -> str:
    region, _slash, name = change.name.partition("/")
    services = list_regions()[region].world.services
    label = told(services[name].label, language) if name in services else name
    said = {"what": label, "now": change.now, "before": change.before}
    if not change.now:
        return _("%(what)s staat niet meer op de Kaart.") % said
    if not change.before:
        return _("%(what)s staat nu op de Kaart, met %(now)s dagen wachten.") % said
    if change.now == NOBODY_KNOWS:
        return (
            _("De wachttijd van %(what)s is niet meer bekend. Het waren %(before)s dagen.") % said
        )
    if change.before == NOBODY_KNOWS:
        return _("De wachttijd van %(what)s is nu bekend: %(now)s dagen.") % said
    return _("De wachttijd van %(what)s is nu %(now)s dagen. Het waren er %(before)s.") % said


def _figure(change: Change) -> str:
    region, person, *_rest = change.name.split("/")
    who = person.capitalize() if person in list_regions()[region].people else region.capitalize()
    return _("De planner rekent nu iets anders uit voor %(who)s.") % {"who": who}
