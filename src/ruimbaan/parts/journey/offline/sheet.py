# SPDX-License-Identifier: EUPL-1.2
"""What stands on the sheet: what is next, the route, the emergency card, and whom to call. No wishes,
no story, no notes, no names of who sees what; and no form, for without internet none can be sent."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.saying import day
from ruimbaan.parts.pages.queries import urgent_numbers

ON_IT = (Part.APPOINTMENTS, Part.ROUTE, Part.EMERGENCY_CARD)


def sheet(own: Own, ends: datetime) -> dict[str, object]:
    with own.open(*ON_IT) as opening:
        told = {part: entries.read(opening, OF_PART[part]) for part in ON_IT}
    coming = [one for one in told[Part.APPOINTMENTS] if one.values["day"] >= own.today.isoformat()]
    told[Part.APPOINTMENTS] = tuple(coming)
    here = timezone.localtime(own.now)
    return {
        "parts": tuple(shown(OF_PART[part], told[part], own.today) for part in ON_IT),
        "numbers": urgent_numbers(),
        "kept": f"{day(own.today, own.today)}, {date_format(here, 'H.i')}",
        "until": day(timezone.localdate(ends), own.today),
    }
