# SPDX-License-Identifier: EUPL-1.2
"""Propose that two places work together; both get a mail with a link to say yes or no."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.directory.by import By
from ruimbaan.parts.directory.joining.connections import Terms, propose, set_address
from ruimbaan.parts.directory.joining.models import Keeper
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.upkeep.access import Visit, for_coordinators
from ruimbaan.parts.directory.upkeep.models import Deed
from ruimbaan.parts.directory.upkeep.presentation.frame import after, frame
from ruimbaan.parts.directory.upkeep.views.answers import see_other, status_of, words_of

LONGEST, LONGEST_ADDRESS = 200, 254  # characters: of a role, and of a mail address
ROLES = ("stuurt", "mee", "bellen")
ADDRESSES = {"mail-1": 0, "mail-2": 1}  # of who sends, and of who receives


@for_coordinators
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def connect(request: HttpRequest, visit: Visit, sender: str, receiver: str) -> HttpResponse:
    region, by, now, error = visit.region, visit.by, visit.now, ""
    ends = _ends(region, sender, receiver)
    if ends is None:
        return see_other(after(None, "queue", region))
    typed = _typed(request.POST)
    if request.method == "POST" and not typed["stuurt"]:
        error = _("Vul in wie mensen stuurt.")
    elif request.method == "POST":
        try:
            deed = _propose(ends, typed, now, by)
        except DomainError as refused:
            error = words_of(refused)
        else:
            return see_other(after(deed.pk, "queue", region))
    context = {
        "frame": frame(request, region, now),
        "sender": ends[0],
        "receiver": ends[1],
        "asked": _without_address(ends),
        "typed": typed,
        "most": LONGEST,
        "error": error,
    }
    return render(request, "upkeep/connect.html", context, status=status_of(error))


def _ends(region: str, sender: str, receiver: str) -> tuple[Listing, Listing] | None:
    """None when they are not two places of this region."""
    rows = Listing.objects.filter(region=region, code__in=(sender, receiver))
    found = {one.code: one for one in rows}
    if len(found) < 2:
        return None
    return found[sender], found[receiver]


def _typed(sent: QueryDict) -> dict[str, str]:
    most = dict.fromkeys(ROLES, LONGEST) | dict.fromkeys(ADDRESSES, LONGEST_ADDRESS)
    return {
        name: " ".join(sent.get(name, "").replace("\0", "").split())[:longest]
        for name, longest in most.items()
    }


def _without_address(ends: tuple[Listing, Listing]) -> tuple[tuple[str, Listing], ...]:
    """Whom nobody can write to yet: the name of the field, and the place."""
    known = set(
        Keeper.objects.filter(service__in=[one.uid for one in ends]).values_list(
            "service", flat=True
        )
    )
    return tuple(
        (name, ends[which]) for name, which in ADDRESSES.items() if ends[which].uid not in known
    )


@transaction.atomic
def _propose(
    ends: tuple[Listing, Listing], typed: Mapping[str, str], now: datetime, by: By
) -> Deed:
    """Raises what `set_address` and `propose` raise; then nothing has changed."""
    sender, receiver = ends
    for name, place in _without_address(ends):
        set_address(place.region, place.code, typed[name], get_language() or "nl", now)
    terms = Terms(typed["stuurt"], typed["mee"], typed["bellen"])
    return propose(sender.region, sender.code, receiver.code, terms, now, by)
