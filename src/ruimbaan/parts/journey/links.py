# SPDX-License-Identifier: EUPL-1.2
"""What the calendar and the summary do alike: read what the person chose for a link, and end one."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.choosing import ALWAYS
from ruimbaan.parts.journey.filling_in import FieldUnknown
from ruimbaan.parts.journey.presentation.choosing import Typed, until_choices
from ruimbaan.parts.journey.presentation.saying import day, last_day
from ruimbaan.parts.trust.queries import Link, LinkKind, links_of
from ruimbaan.parts.trust.services import end_link
from ruimbaan.ui.components import Choices


def typed_of(request: HttpRequest, names: frozenset[str]) -> Typed:
    """Raises FieldUnknown for anything else that was sent."""
    for name in sorted(set(request.POST) - names - ALWAYS):
        raise FieldUnknown(name=name[:40])
    return {name: tuple(request.POST.getlist(name)) for name in names}


def until(typed: Typed, error: DomainError | None, name: str) -> Choices:
    """A link cannot be made to last longer: its address would have to be given again."""
    choices = until_choices(typed, {name: error} if error else {})
    return replace(choices, help=_("Daarna gaat het vanzelf dicht."))


def running(own: Own, kind: LinkKind) -> tuple[Link, ...]:
    return tuple(link for link in links_of(own.journey, kind) if link.runs(own.now))


def stop(own: Own, kind: LinkKind, link: UUID) -> None:
    """Raises Http404 when this is no link of this kind in this file; ending one again is fine."""
    if link not in {one.id for one in links_of(own.journey, kind)}:
        raise Http404
    with own.open(action=Action.SHARE) as opening:
        end_link(opening, link, own.now)


def lasts(own: Own, link: Link) -> str:
    """As in: tot en met 12 maart."""
    return _("tot en met {datum}").format(datum=day(last_day(link.ends), own.today))
