# SPDX-License-Identifier: EUPL-1.2
"""Counting one answer to "did this help?"."""

from __future__ import annotations

from django.db import transaction

from ruimbaan.core.surroundings.helped import Helped
from ruimbaan.parts.surroundings import store
from ruimbaan.parts.surroundings.models import HelpedTally


@transaction.atomic
def count_answer(*, card: str, answer: Helped) -> None:
    """`card` is one of ours, as in `naaste/terugval`. The row is locked, so that no answer is lost
    and no round is shown before it is full."""
    HelpedTally.objects.get_or_create(card=card)
    row = HelpedTally.objects.select_for_update().get(card=card)
    store.save(card, store.rounds_of(row).with_one({answer}))
