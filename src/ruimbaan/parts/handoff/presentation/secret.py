# SPDX-License-Identifier: EUPL-1.2
"""The link and the spoken code, shown once to the person who gives them away."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presentation.composing import home_crumb, list_crumb
from ruimbaan.parts.handoff.reaching import address_of, mail_of
from ruimbaan.parts.journey.services import Own, day
from ruimbaan.parts.trust.services import LinkMade
from ruimbaan.ui.components import Link


def secret_page(own: Own, handoff: UUID, made: LinkMade) -> dict[str, object]:
    row = HandoffRecord.objects.get(pk=handoff)
    by_mail = row.receiver_kind == PartyKind.LINK and bool(mail_of(row))
    return {
        "crumbs": (home_crumb(), list_crumb(), Link(_("Link en code"))),
        "code": made.code,
        "address": address_of(made.token),
        "by_mail": by_mail,
        "until": day(made.link.ends.date(), own.today),
        "url": reverse("handoff:one", args=[handoff]),
    }
