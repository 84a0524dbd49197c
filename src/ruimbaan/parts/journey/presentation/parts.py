# SPDX-License-Identifier: EUPL-1.2
"""The pages of one part, as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.filling_in import FilledIn
from ruimbaan.parts.journey.kinds import Kind
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.fields import fields, summary
from ruimbaan.parts.journey.presentation.saying import in_words
from ruimbaan.parts.journey.presentation.sharing import who_sees
from ruimbaan.ui.components import Link


def list_page(own: Own, kind: Kind, told: Iterable[Told]) -> dict[str, object]:
    part = shown(kind, told, own.today)
    return {
        "part": part,
        "path": kind.path,
        "lead": in_words(kind.lead),
        "crumbs": (home_crumb(), Link(part.title)),
        "add": "" if kind.single and part.cards else in_words(kind.ask),
        "seen_by": who_sees(own, kind.part),
        "never_shared": kind.part.value == "own",
        "print_url": reverse("journey:card-print") if part.cards and _is_card(kind) else "",
    }


def ask_page(
    kind: Kind,
    *,
    form: UUID | None = None,
    row: UUID | None = None,
    told: Told | None = None,
    filled: FilledIn | None = None,
    meanwhile: bool = False,
) -> dict[str, object]:
    """A new entry when there is no `row`. `told` is what stands there, `filled` what was sent."""
    typed: Mapping[str, str] = filled.typed if filled else told.values if told else {}
    errors = filled.errors if filled else {}
    title = _("Veranderen") if row else in_words(kind.ask)
    return {
        "title": title,
        "crumbs": (home_crumb(), part_crumb(kind), Link(title)),
        "url": entry_url(kind, row),
        "form_id": form,
        "row": row,
        "version": told.version if told else "",
        "fields": fields(kind, typed, errors),
        "errors": summary(kind, errors),
        "meanwhile": meanwhile,
        "back_url": reverse("journey:part", args=[kind.path]),
        "take_away_url": reverse("journey:take-away", args=[kind.path, row]) if row else "",
    }


def take_away_page(own: Own, kind: Kind, told: Told) -> dict[str, object]:
    part = shown(kind, [told], own.today)
    return {
        "card": part.cards[0],
        "crumbs": (home_crumb(), part_crumb(kind), Link(_("Weghalen"))),
        "back_url": reverse("journey:part", args=[kind.path]),
    }


def _is_card(kind: Kind) -> bool:
    return kind.part is Part.EMERGENCY_CARD


def home_crumb() -> Link:
    return Link(_("Mijn reis"), reverse("journey:home"))


def part_crumb(kind: Kind) -> Link:
    return Link(in_words(kind.title), reverse("journey:part", args=[kind.path]))


def entry_url(kind: Kind, row: UUID | None) -> str:
    if row is None:
        return reverse("journey:new", args=[kind.path])
    return reverse("journey:entry", args=[kind.path, row])
