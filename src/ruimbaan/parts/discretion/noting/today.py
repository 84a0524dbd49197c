# SPDX-License-Identifier: EUPL-1.2
"""What somebody who works wanted to look back on by now: for that one alone, and never a duty."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from ruimbaan.core.discretion.noting import due
from ruimbaan.parts.discretion.asking import records
from ruimbaan.parts.discretion.noting import book
from ruimbaan.ui.components import Link


def to_look_back_on(account: UUID, now: datetime) -> tuple[Link, ...]:
    """Each leads to where it is said what it did."""
    today = timezone.localdate(now)
    notes = [
        Link(note.what, reverse("room_noting:one", args=[note.id]))
        for note in due(book.read(account), today)
    ]
    asked = [
        Link(one.kept.request.what, reverse("room_asking:work", args=[one.id]))
        for one in records.asked_by(account)
        if one.kept.request.looks_back(today)
    ]
    return (*notes, *asked)
