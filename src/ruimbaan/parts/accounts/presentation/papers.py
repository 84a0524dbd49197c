# SPDX-License-Identifier: EUPL-1.2
"""A page to print and hand over: one code, what it is for, and how to use it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ruimbaan.parts.accounts.letters import address_of
from ruimbaan.parts.accounts.signing_in.pictures import qr


@dataclass(frozen=True, slots=True)
class Paper:
    """`picture` is empty for a code that is typed beside a code name. `back_url` is for the screen.
    `giver` is who hands it over, as that one calls oneself; it stands on the paper and nowhere else."""

    title: str
    lead: str
    code: str
    where: str
    until: datetime
    steps: tuple[str, ...]
    back_url: str
    picture: SafeString | None = None
    giver: str = ""


def start_paper(code: str, until: datetime, giver: str = "") -> Paper:
    paper = _invitation(
        _("Begin je eigen reis"),
        _("Dit papier is van jou. Niemand weet welk account erbij hoort, ook de gever niet."),
        code,
        until,
        back_url=reverse("accounts:start-code"),
    )
    return replace(paper, giver=giver)


def close_one_paper(code: str, until: datetime) -> Paper:
    return _invitation(
        _("Een uitnodiging voor jou"),
        _("Wie jou dit geeft, wil jou hier kennen."),
        code,
        until,
        back_url=reverse("accounts:invite"),
    )


def work_paper(code: str, until: datetime, back_url: str) -> Paper:
    return _invitation(
        _("Een uitnodiging voor jou"),
        _("Hiermee krijg je je plek in dit systeem."),
        code,
        until,
        back_url=back_url,
    )


def recovery_paper(code: str, until: datetime) -> Paper:
    return Paper(
        title=_("Je nieuwe code"),
        lead=_("Hiermee log je één keer in. Daarna kies je een nieuwe manier."),
        code=code,
        where=_where("accounts:recovery-code"),
        until=until,
        steps=(
            _("Ga op een telefoon of computer naar dit adres."),
            _("Typ je codenaam en deze code."),
            _("Werkt het niet? Kijk of de codenaam klopt."),
        ),
        back_url=reverse("accounts:recovery"),
    )


def _invitation(title: str, lead: str, code: str, until: datetime, *, back_url: str) -> Paper:
    return Paper(
        title=title,
        lead=lead,
        code=code,
        where=_where("accounts:invitation"),
        until=until,
        steps=(
            _("Richt de camera van je telefoon op het vierkant."),
            _("Of ga naar dit adres en typ de code."),
            _("De code werkt één keer."),
        ),
        back_url=back_url,
        picture=qr(address_of(code), _("Vierkant met de link, voor de camera")),
    )


def _where(name: str) -> str:
    return f"{settings.SITE}{reverse(name)}".partition("://")[2]
