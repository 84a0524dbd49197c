# SPDX-License-Identifier: EUPL-1.2
"""What people looked for and nobody offers, in words. Nobody is in it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.directory.metro.money import NAMES
from ruimbaan.parts.directory.presentation.saying import language_name, said
from ruimbaan.parts.directory.search.daily import daily
from ruimbaan.parts.directory.search.gaps import FILTER, NEED, WORD, missed
from ruimbaan.parts.directory.wording import wording


@dataclass(frozen=True, slots=True)
class ShownGap:
    topic: str
    kind: str
    count: int


def shown_gaps(region: str) -> tuple[ShownGap, ...]:
    return tuple(ShownGap(*_said(one.topic), one.count) for one in missed(region))


def _said(topic: str) -> tuple[str, str]:
    """The topic in words, and what kind of topic it is."""
    if topic.startswith(NEED):
        return _need(topic.removeprefix(NEED)), _("Iets wat mensen nodig hebben")
    if topic.startswith(WORD):
        stem = topic.removeprefix(WORD)
        return daily().written.get(stem, stem), _("Een woord dat mensen gebruiken")
    if topic.startswith(FILTER):
        return _filter(topic.removeprefix(FILTER)), _("Een keuze bij het zoeken")
    return _("Iets waar de Kaart geen woord voor heeft"), _("Onbekend")


def _need(name: str) -> str:
    found = next((need for need in daily().needs if need.id == name), None)
    return said(found.name) if found else name


def _filter(chosen: str) -> str:
    name, _colon, value = chosen.partition(":")
    if name == "domain" and value in wording().domains:
        return said(wording().domains[value])
    if name == "payer" and value in NAMES:
        return said(NAMES[value])
    if name == "language":
        return _("In deze taal: %(name)s") % {"name": language_name(value)}
    return {
        "walk_in": _("Zo naar binnen"),
        "no_letter": _("Zonder brief van een dokter of gemeente"),
        "free": _("Gratis"),
        "women_only": _("Alleen voor vrouwen"),
        "with_children": _("Met kinderen"),
        "initiative": _("Initiatief uit de buurt"),
        "open_at": _("Nu open"),
        "near": _("Dichtbij"),
    }.get(name, chosen)
