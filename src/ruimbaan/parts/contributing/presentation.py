# SPDX-License-Identifier: EUPL-1.2
"""What the page of counting along shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.insight.contributed import Counted
from ruimbaan.parts.contributing.store import Yes
from ruimbaan.parts.contributing.wording import STEPS
from ruimbaan.parts.directory.queries import kind_title, list_regions
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Line:
    week: date
    what: str
    about: str


def counting_page(chosen: Yes | None, counted: Iterable[Counted], error: str) -> dict[str, object]:
    titles = {name: in_words(region.title) for name, region in list_regions().items()}
    return {
        "crumbs": (
            Link(_("Mijn pagina"), reverse("journey:home")),
            Link(_("Mijn stappen tellen mee")),
        ),
        "on": chosen is not None,
        "since": chosen.since if chosen else None,
        "region": titles.get(chosen.region, chosen.region) if chosen else "",
        "regions": tuple(titles.items()),
        "steps": tuple(in_words(text) for text in STEPS.values()),
        "lines": tuple(_line(one) for one in counted),
        "error": error,
    }


def _line(one: Counted) -> Line:
    """Of a kind of support its sentence; the kind of a goal stands in the own route already."""
    about = kind_title(int(one.about)) if one.about.isdecimal() else ""
    return Line(one.week, in_words(STEPS[one.step]), about)
