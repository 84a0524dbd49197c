# SPDX-License-Identifier: EUPL-1.2
"""The places of one kind in a region, for a page of another part that leads to them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.presentation.saying import kind_words, said
from ruimbaan.parts.directory.search.filters import shown


@dataclass(frozen=True, slots=True)
class PlaceOfKind:
    """In the language of the reader."""

    name: str
    url: str
    organisation: str


def places_of_kind(region: str, kind: int) -> tuple[PlaceOfKind, ...]:
    """Those that are there for people now, by name."""
    rows = shown(region).filter(kind=kind).order_by("name", "code")
    return tuple(
        PlaceOfKind(
            said(Text(row.name, row.name_en)),
            reverse("directory:place", args=[row.region, row.code]),
            row.organisation,
        )
        for row in rows
    )


def kind_title(kind: int) -> str:
    """What a place of this kind does, in a sentence."""
    return kind_words(kind)
