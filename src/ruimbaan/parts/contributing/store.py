# SPDX-License-Identifier: EUPL-1.2
"""The yes, the steps that count since, and the end of both.

Reading or changing the yes needs the opened own file. A step is counted from wherever it happens,
with the file's own key: without a yes that key leads to nothing.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max, Min, QuerySet

from ruimbaan.core.handoff.receipts import week_of
from ruimbaan.core.insight.contributed import Counted, Step
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.terms import months_after
from ruimbaan.parts.contributing.models import Choice, ContributedEvent
from ruimbaan.parts.trust.services import KeyGone, new_key, tags
from ruimbaan.parts.trust.walls import NotOpened, Opening

KEPT_MONTHS = 24
WHOSE = "contributing_choice.of_person"
KEYS = UUID(
    "5d0f3c9e-7a31-4c57-9d0e-6f0c8a5b2e14"
)  # under which the keys of regions and years stand


@dataclass(frozen=True, slots=True)
class Yes:
    region: str
    since: date


def choice_of(opening: Opening) -> Yes | None:
    """What the owner of this file chose. Raises NotOpened."""
    if not opening.covers(Part.OWN):
        raise NotOpened("The own part must be open to read this choice.")
    row = _choices(opening.journey).first()
    return Yes(row.region, row.since) if row else None


def agree(opening: Opening, region: str, day: date) -> None:
    """From now on steps count. Saying it twice changes nothing; another region begins anew. Raises
    NotOpened."""
    there = choice_of(opening)
    _demand_writing(opening)
    if there is not None and there.region == region:
        return
    with transaction.atomic():
        stop(opening)
        (name,) = tags(opening.journey, [WHOSE])
        Choice.objects.create(of_person=name, region=region, since=day)


def stop(opening: Opening) -> None:
    """Nothing counts any more, and what counted is gone at once. Raises NotOpened."""
    _demand_writing(opening)
    with transaction.atomic():
        rows = list(_choices(opening.journey).select_for_update())
        for row in rows:
            names = _names(opening.journey, row.region)
            row.delete()
            ContributedEvent.objects.filter(of_person__in=names).delete()


def counted_of(opening: Opening) -> tuple[Counted, ...]:
    """What counts of the owner of this file, the newest first. Raises NotOpened."""
    found = choice_of(opening)
    if found is None:
        return ()
    rows = ContributedEvent.objects.filter(of_person__in=_names(opening.journey, found.region))
    return tuple(map(_counted, rows.order_by("-week", "step", "about")))


def note(journey: UUID, step: Step, about: str, day: date) -> None:
    """When the owner of this file said yes, and not otherwise. The same in one week counts once."""
    with transaction.atomic():
        row = _choices(journey).select_for_update().first()
        if row is None or day < row.since:
            return
        with suppress(KeyGone):  # of a year that is over and forgotten
            new_key(_key(row.region, day.year))
            name = _name(journey, row.region, day.year)
            ContributedEvent.objects.get_or_create(
                of_person=name, region=row.region, step=step, about=about, week=week_of(day)
            )


def counts(journey: UUID) -> bool:
    """Whether there is a yes: for who would otherwise work out in vain what happened."""
    return _choices(journey).exists()


def counted_in(region: str) -> tuple[Counted, ...]:
    """Everything that counts in a region, for its tables; in an order that says nothing."""
    return tuple(map(_counted, ContributedEvent.objects.filter(region=region).order_by("id")))


def take_away(journey: UUID) -> None:
    """What counts of a file that was erased before and came back with an older copy of the data: its
    own key is gone, those of the years are not."""
    regions = ContributedEvent.objects.order_by("region").values_list("region", flat=True)
    for region in regions.distinct():
        ContributedEvent.objects.filter(of_person__in=_names(journey, region)).delete()


def forget_old(day: date) -> int:
    """How many steps went of more than two years ago."""
    until = months_after(day, -KEPT_MONTHS)
    return ContributedEvent.objects.filter(week__lte=until).delete()[0]


def _choices(journey: UUID) -> QuerySet[Choice]:
    """The row of whoever has the key of this file; none when that key is gone."""
    try:
        return Choice.objects.filter(of_person__in=tags(journey, [WHOSE]))
    except KeyGone:
        return Choice.objects.none()


def _name(journey: UUID, region: str, year: int) -> str:
    """As whom steps count in this region and year. The key stands with those of files. Raises KeyGone
    when nothing counted then."""
    (name,) = tags(_key(region, year), [f"contributed:{journey}"])
    return name


def _names(journey: UUID, region: str) -> list[str]:
    """In every year of which something of this region is kept."""
    weeks = ContributedEvent.objects.filter(region=region).values_list("week", flat=True)
    spans = weeks.aggregate(first=Min("week"), last=Max("week"))
    first, last = spans["first"], spans["last"]
    if first is None:
        return []
    names = []
    # The Monday of a week may lie in the year before the day that counted.
    for year in range(first.year, last.year + 2):
        with suppress(KeyGone):
            names.append(_name(journey, region, year))
    return names


def _key(region: str, year: int) -> UUID:
    return uuid5(KEYS, f"{region}:{year}")


def _counted(row: ContributedEvent) -> Counted:
    return Counted(row.of_person, Step(row.step), row.about, row.week)


def _demand_writing(opening: Opening) -> None:
    if not opening.lets_write(Part.OWN):
        raise NotOpened("The own part must be open for changes to change this choice.")
