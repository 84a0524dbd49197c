# SPDX-License-Identifier: EUPL-1.2
"""Looking back is told beforehand, and once more when nobody did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.discretion.agreements import letters_due
from ruimbaan.parts.discretion.agreeing import holders, letters
from ruimbaan.parts.discretion.agreeing.models import Agreement, VersionRecord
from ruimbaan.parts.discretion.agreeing.reading import version_of


@dataclass(frozen=True, slots=True)
class Reminded:
    """`letters` is 0 for an agreement whose organisations gave no address: it stands on their
    pages all the same."""

    looked_at: int
    agreements: int
    letters: int


def remind(at: datetime) -> Reminded:
    """Tells what is due, each once, and forgets who held a mandate that lapsed; several at once do
    no harm."""
    holders.forget_over(timezone.localdate(at))
    rows = Agreement.objects.filter(ended=None).values_list("pk", flat=True)
    posted = [_remind(one, at) for one in rows]
    told = [count for count in posted if count is not None]
    return Reminded(len(posted), len(told), sum(told))


@transaction.atomic
def _remind(agreement: UUID, at: datetime) -> int | None:
    """How many letters; None when nothing is due."""
    row = Agreement.objects.select_for_update().get(pk=agreement)
    today, kept = timezone.localdate(at), _agreed(row)
    turn = letters_due(version_of(kept, row.ended), today) if kept else 0
    if kept is None or turn <= kept.letters:
        return None
    VersionRecord.objects.filter(pk=kept.pk).update(letters=turn)
    return letters.look_back(row, kept, turn, at)


def _agreed(row: Agreement) -> VersionRecord | None:
    """The newest version to which everybody said yes."""
    return row.versions.exclude(shares__confirmed=None).last()
