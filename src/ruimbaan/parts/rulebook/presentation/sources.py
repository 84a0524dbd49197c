# SPDX-License-Identifier: EUPL-1.2
"""For workers: where a rule stands, who may decide, and what about it is not sure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.rulebook import Mandate, RuleText, Source
from ruimbaan.parts.routes.services import told
from ruimbaan.ui.pictures.words import written_date


@dataclass(frozen=True, slots=True)
class Cited:
    """A source: its name, its public page if it has one, and when we read it."""

    name: str
    url: str
    read_on: str


def cited(rule: RuleText, language: Language) -> tuple[Cited, ...]:
    return tuple(_cited(source, language) for source in rule.sources)


def _cited(source: Source, language: Language) -> Cited:
    read = source.checked_on
    day = written_date(read, language, year=True) if read else ""
    return Cited(told(source.cited, language), source.link, day)


def deciders(rule: RuleText, language: Language) -> tuple[str, ...]:
    return tuple(_decider(mandate, language) for mandate in rule.mandates)


def _decider(mandate: Mandate, language: Language) -> str:
    words = told(mandate.who, language)
    if mandate.deputy.nl:
        words = format_html(_("{}; namens hen: {}"), words, told(mandate.deputy, language))
    if mandate.up_to.nl:
        words = format_html("{} ({})", words, told(mandate.up_to, language))
    return words


def remarks(rule: RuleText, language: Language) -> tuple[str, ...]:
    """What we changed after reading the law, and what is still to check."""
    notes = [told(rule.status_note, language)] if rule.status_note.nl else []
    points = (told(point, language) for point in rule.verify)
    return (*notes, *(format_html(_("Nog na te kijken: {}."), point) for point in points))


def since(rule: RuleText, language: Language) -> str:
    """The day from which this version is in force; empty when it does not say."""
    begins = rule.rule.valid_from
    return written_date(begins, language, year=True) if begins else ""
