# SPDX-License-Identifier: EUPL-1.2
"""The pages of a close one, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import name_of
from ruimbaan.parts.directory.queries import kind_title, list_regions, places_of_kind
from ruimbaan.parts.journey.close_one.notes import Note
from ruimbaan.parts.journey.presentation.saying import capital, day, in_words
from ruimbaan.parts.pages.queries import other_numbers, urgent_numbers
from ruimbaan.parts.trust.queries import file_of, files_that_know, names_of_owners
from ruimbaan.ui.components import Link

CLOSE_ONES = 37  # the kind of place that is for who is close to somebody
FOR_CLOSE_ONES = 2  # of the other numbers: safety at home, and the general practitioner
NAME_OF_NOTE = 40  # signs by which a button says which note it is about


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who knows this reader here, whether anything is shown now or not."""

    who: str
    stop_url: str


@dataclass(frozen=True, slots=True)
class ShownNote:
    text: str
    day: str
    url: str
    name: str


def known_by(account: UUID) -> tuple[Known, ...]:
    names = names_of_owners(files_that_know(Party(PartyKind.ACCOUNT, account)))
    found = [
        Known(capital(who), reverse("close_one:stop", args=[journey]))
        for journey, who in names.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.who.casefold(), one.stop_url)))


def is_close_one(account: UUID) -> bool:
    """Whether somebody knows this account here as themselves."""
    return bool(files_that_know(Party(PartyKind.ACCOUNT, account)))


def own_space(account: UUID) -> dict[str, object]:
    """What stands under what was shown, for who reads it as themselves."""
    return {"known": known_by(account), "has_file": file_of(account) is not None, "own": True}


def support_page(wanted: str) -> dict[str, object]:
    """`wanted` is the name of a region, from the address. Nothing of the choice is kept."""
    regions = list_regions()
    chosen = wanted if wanted in regions else next(iter(regions), "") if len(regions) == 1 else ""
    here = reverse("close_one:support")
    return {
        "crumbs": (shared_crumb(), Link(_("Steun voor jou"))),
        "regions": tuple(
            Link(in_words(region.title), f"{here}?regio={region.id}", current=region.id == chosen)
            for region in regions.values()
        ),
        "region": in_words(regions[chosen].title) if chosen else "",
        "places": places_of_kind(chosen, CLOSE_ONES) if chosen else (),
        "kind": kind_title(CLOSE_ONES),
        "more_url": reverse("directory:places", args=[chosen]) if chosen else "",
        "numbers": (*other_numbers()[:FOR_CLOSE_ONES], *urgent_numbers()),
    }


def notes_page(
    notes: tuple[Note, ...], form: UUID, now: datetime, typed: str = "", error: str = ""
) -> dict[str, object]:
    today = timezone.localdate(now)
    return {
        "crumbs": (shared_crumb(), Link(_("Mijn notities"))),
        "notes": tuple(
            ShownNote(
                note.text,
                day(timezone.localdate(note.written), today),
                reverse("close_one:note", args=[note.id]),
                note.text[:NAME_OF_NOTE],
            )
            for note in notes
        ),
        "form_id": form,
        "typed": typed,
        "error": error,
    }


def note_page(note: Note, typed: str | None = None, error: str = "") -> dict[str, object]:
    notes = Link(_("Mijn notities"), reverse("close_one:notes"))
    return {
        "crumbs": (shared_crumb(), notes, Link(_("Veranderen"))),
        "version": note.version,
        "typed": note.text if typed is None else typed,
        "error": error,
    }


def stop_page(journey: UUID, owner: UUID) -> Mapping[str, object]:
    return {
        "crumbs": (shared_crumb(), Link(_("Stoppen"))),
        "who": capital(name_of(owner)),
        "journey": journey,
    }


def shared_crumb() -> Link:
    return Link(_("Met mij gedeeld"), reverse("journey:with-me"))
