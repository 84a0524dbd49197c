# SPDX-License-Identifier: EUPL-1.2
"""What each write made anew in the index, from one version of the directory to the next: whoever
has the version before needs to read only that."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from ruimbaan.parts.directory.search.models import Renewal

MOST_LISTINGS = 500  # made anew by one write; of more, everything is read again
KEPT = 50  # writes of a region that are remembered


@dataclass(frozen=True, slots=True)
class Renewed:
    """`listings` of these `regions` were made anew or are gone, by number; `new` are terms that were not there, with
    their number and how they are written; `gone` are terms that nothing has any more."""

    regions: Set[str] = frozenset()
    listings: Set[int] = frozenset()
    new: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    gone: Set[str] = frozenset()

    def then(self, later: Renewed) -> Renewed:
        """Both, one after the other."""
        return Renewed(
            self.regions | later.regions,
            self.listings | later.listings,
            {stem: one for stem, one in self.new.items() if stem not in later.gone}
            | dict(later.new),
            (self.gone - later.new.keys()) | later.gone,
        )


def note(region: str, before: str, after: str, renewed: Renewed) -> None:
    """Part of the write itself. What is too much to tell is not told, nor what is not of this
    region only."""
    rows = Renewal.objects.filter(region=region)
    if len(renewed.listings) > MOST_LISTINGS or renewed.regions - {region}:
        rows.delete()
        return
    Renewal.objects.create(
        region=region,
        before=before,
        after=after,
        listings=sorted(renewed.listings),
        new=[[stem, *one] for stem, one in sorted(renewed.new.items())],
        gone=sorted(renewed.gone),
    )
    last = rows.order_by("-pk").values_list("pk", flat=True)[KEPT : KEPT + 1].first()
    if last is not None:
        rows.filter(pk__lte=last).delete()


def since(region: str, before: str, now: str) -> tuple[Renewed, ...] | None:
    """What changed after that version, in order; None when that is not known any more."""
    steps = {one.before: one for one in Renewal.objects.filter(region=region).order_by("pk")}
    found = []
    while before != now:
        step = steps.pop(before, None)
        if step is None:
            return None
        new = {stem: (pk, written) for stem, pk, written in step.new}
        found.append(Renewed({region}, frozenset(step.listings), new, frozenset(step.gone)))
        before = step.after
    return tuple(found)
