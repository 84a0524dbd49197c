# SPDX-License-Identifier: EUPL-1.2
"""The pages of beginning together, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ruimbaan.parts.accounts.services import new_code, qr
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import OF_PATH, Kind
from ruimbaan.parts.journey.presentation.card import ShownPart
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.fields import Asked, fields, told
from ruimbaan.parts.journey.presentation.saying import in_words
from ruimbaan.parts.journey.starting.filled import CALLED, Filled, kinds, name_in_form
from ruimbaan.parts.journey.starting.once import PRESSED
from ruimbaan.ui.components import Link

KEY = "sleutel"  # the name of the code in an address; what follows a question mark is not logged
NOWHERE = UUID(int=0)  # of an entry that is only shown


@dataclass(frozen=True, slots=True)
class Group:
    """`open`: something stands in it, or is wrong there."""

    title: str
    fields: tuple[Asked, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class CodePage:
    code: str
    where: str
    until: datetime
    picture: SafeString


def form_page(filled: Filled | None = None) -> dict[str, object]:
    errors = filled.errors if filled else {}
    typed = filled.typed if filled else {}
    return {
        "groups": tuple(_group(kind, filled) for kind in kinds()),
        "called": typed.get(CALLED, ""),
        "called_error": told(errors.get(CALLED)),
        "errors": tuple(Link(told(error), f"#{name}") for name, error in errors.items()),
    }


def look_page(filled: Filled, today: date, now: datetime, error: str = "") -> dict[str, object]:
    return {
        "called": filled.called,
        "parts": shown_filled(filled, today, now),
        "typed": tuple(filled.typed.items()),
        "error": error,
        "once": {"name": PRESSED, "code": new_code()},
    }


def shown_filled(filled: Filled, today: date, now: datetime) -> tuple[ShownPart, ...]:
    return tuple(
        shown(OF_PATH[path], [Told(NOWHERE, 1, now, now, values)], today)
        for path, values in filled.values.items()
    )


def code_page(code: str, until: datetime) -> CodePage:
    address = f"{settings.SITE}{reverse('starting:own-phone')}"
    return CodePage(
        code,
        address.partition("://")[2],
        until,
        qr(f"{address}?{urlencode({KEY: code})}", _("Vierkant met de link, voor de camera")),
    )


def _group(kind: Kind, filled: Filled | None) -> Group:
    typed, errors = {}, {}
    for field in kind.fields:
        name = name_in_form(kind, field.name)
        typed[field.name] = filled.typed.get(name, "") if filled else ""
        if filled and name in filled.errors:
            errors[field.name] = filled.errors[name]
    found = (_named(kind, one) for one in fields(kind, typed, errors))
    return Group(
        in_words(kind.title),
        tuple(replace(one, must=False) for one in found),
        open=bool(errors) or any(typed.values()),
    )


def _named(kind: Kind, one: Asked) -> Asked:
    name = name_in_form(kind, one.name)
    choices = replace(one.choices, name=name) if one.choices else None
    return replace(one, name=name, choices=choices)
