# SPDX-License-Identifier: EUPL-1.2
"""What other regions told, as other parts show it beside what is our own."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from django.urls import reverse

from ruimbaan.parts.advice.presentation.elsewhere import from_region
from ruimbaan.parts.advice.queries import told_agreements, told_blocks
from ruimbaan.parts.rulebook.queries import list_rules
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Beside:
    """One agreement or building block of another region. `rules` lead to our own pages."""

    title: str
    text: str
    does: tuple[str, ...]
    rules: tuple[Link, ...]
    origin: str


def agreements_of_others() -> tuple[Beside, ...]:
    return tuple(
        Beside(one.title, one.situation, one.does, _links(one.rules), from_region(origin))
        for origin, one in told_agreements()
    )


def blocks_of_others(own: Container[str]) -> tuple[Beside, ...]:
    """Not those whose summary stands in our own book already, in either language."""
    return tuple(
        Beside(
            in_words(one.title), in_words(one.summary), (), _links(one.rules), from_region(origin)
        )
        for origin, one in told_blocks()
        if one.summary.nl not in own
    )


def _links(numbers: tuple[str, ...]) -> tuple[Link, ...]:
    """The first of our own rules with that number."""
    names: dict[str, str] = {}
    for rule in list_rules():
        names.setdefault(rule.number, rule.id)
    return tuple(
        Link(one, reverse("rulebook:rule", args=[names[one]]) if one in names else "")
        for one in numbers
    )
