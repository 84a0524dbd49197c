# SPDX-License-Identifier: EUPL-1.2
"""Agreements as who works at one of the organisations sees them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.discretion.agreements import Review, Standing, Version, may_change
from ruimbaan.parts.discretion.agreeing.presentation.sheet import row, sheet
from ruimbaan.parts.discretion.agreeing.reading import Agreed
from ruimbaan.ui.components import Alert, Link, Tag


def mine_page(found: Iterable[Agreed], speaks: Collection[UUID], today: date) -> dict[str, object]:
    """First what waits for a yes from here, then what asks to be looked back on."""
    lists: dict[str, list[object]] = {"asked": [], "to_review": [], "holds": [], "over": []}
    for agreed in found:
        holds, newest = agreed.holds(today), agreed.newest
        if newest.standing(today) is Standing.DRAFT:
            tag = _waits_for(newest, speaks)
            lists["asked"].append(row(agreed, newest, today, inside=True, tag=tag))
        if holds is not None:
            is_open = holds.looked_back(today) is Review.OPEN
            lists["to_review" if is_open else "holds"].append(
                row(agreed, holds, today, inside=True)
            )
        elif newest.standing(today) is Standing.OVER:
            lists["over"].append(row(agreed, newest, today, inside=True))
    return {**lists, "nothing": not any(lists.values()), "may_propose": bool(speaks)}


def _waits_for(version: Version, speaks: Collection[UUID]) -> Tag:
    if version.waits_for(speaks):
        return Tag(_("Aan u gevraagd"), "wait")
    return Tag(_("Wacht op een ander"), "plain")


def one_page(
    agreed: Agreed, speaks: Collection[UUID], today: date, *, error: str, done: bool
) -> dict[str, object]:
    """The newest version, and beside a draft the one that holds until everybody said yes. Each is
    stopped by itself."""
    newest, holds = agreed.matters(today), agreed.holds(today)
    standing = newest.standing(today)
    in_it = _is_in(newest, speaks)
    return {
        "sheet": sheet(agreed, newest, today),
        "number": newest.number,
        "before": sheet(agreed, holds, today) if holds and holds is not newest else None,
        "before_number": holds.number if holds else 0,
        "older": _older(agreed, newest, holds, today),
        "may_say_yes": standing is Standing.DRAFT and bool(newest.waits_for(speaks)),
        "may_look_back": _may_look_back(holds, in_it=in_it),
        "may_change": may_change(agreed.versions, speaks),
        "may_end_draft": in_it and standing is Standing.DRAFT,
        "may_end": holds is not None and _is_in(holds, speaks),
        "change_url": f"{reverse('agreeing:compose')}?van={agreed.id}",
        "public_url": reverse("agreeing:public-one", args=[agreed.region, agreed.id])
        if holds
        else "",
        "crumbs": (Link(_("Werkafspraken"), reverse("agreeing:mine")), Link(newest.title)),
        "notice": Alert(_("Gedaan."), "ok") if done and not error else None,
        "error": Alert(error, "error") if error else None,
    }


def _is_in(version: Version, speaks: Collection[UUID]) -> bool:
    return any(share.organisation in speaks for share in version.shares)


def _may_look_back(holds: Version | None, *, in_it: bool) -> bool:
    return in_it and holds is not None and holds.reviewed is None


def _older(
    agreed: Agreed, newest: Version, holds: Version | None, today: date
) -> tuple[object, ...]:
    """Every earlier version is kept, with who said yes to it."""
    return tuple(
        sheet(agreed, one, today)
        for one in reversed(agreed.versions)
        if one is not newest and one is not holds
    )
