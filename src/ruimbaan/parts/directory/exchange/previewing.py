# SPDX-License-Identifier: EUPL-1.2
"""What an import would do, without doing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ruimbaan.core.directory.records.changes import Change, Kind, change_between, changes_between
from ruimbaan.core.directory.records.record import Json, Key, Package, Record, package_of
from ruimbaan.core.directory.records.rows import Content
from ruimbaan.core.directory.validation.finding import Finding
from ruimbaan.core.directory.validation.judging import Refused, judge
from ruimbaan.parts.directory.exchange import steps
from ruimbaan.parts.directory.exchange.draft import Draft
from ruimbaan.parts.directory.exchange.memory import no_search_for_circles
from ruimbaan.parts.directory.exchange.regions import check_region
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.store.reading import (
    around,
    as_record,
    region_package,
    rows_by_key,
)

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """`version` is the state of the directory that was compared with. `removed` is empty unless
    the import takes the place of all there was. `columns` is for a list of one's own: which heading
    was taken for which field."""

    region: str
    source: str
    version: str
    records: tuple[Record, ...]
    changes: tuple[Change, ...]
    removed: tuple[Key, ...]
    findings: tuple[Finding, ...]
    refused: tuple[Refused, ...]
    foreign: Mapping[str, Json]
    columns: Mapping[str, str] = field(default_factory=dict)

    def count(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)


@no_search_for_circles()
def preview(
    region: str,
    content: Content,
    *,
    source: str,
    today: date,
    replace: bool = False,
    aside: Iterable[Key] = (),
    progress: Progress = lambda _: None,
) -> Preview:
    """`replace` takes out what the region has and the import has not; a record that is refused, here
    or before (`aside`), leaves the one we have alone. Raises UnknownRegion."""
    check_region(region)
    version = version_of(region)
    draft = Draft(judge(content, today, progress))
    stored = rows_by_key(draft.records)
    steps.refuse_other_regions(draft, region, stored)
    steps.keep_our_profile(draft, region, stored)
    steps.refuse_codes_taken(draft, region)
    steps.refuse_what_does_not_fit(draft)
    steps.say_what_the_planner_leaves_out(draft, region)
    steps.say_what_dangles(draft)
    before = package_of(as_record(row) for row in stored.values())
    removed = _removed(region, draft, aside) if replace else Package({})
    return Preview(
        region=region,
        source=source[:200],
        version=version,
        records=tuple(draft.records.values()),
        changes=(*changes_between(before, draft.records.values()), *_removals(removed)),
        removed=tuple(removed.records),
        findings=tuple(draft.findings),
        refused=tuple(draft.refused),
        foreign=draft.foreign,
    )


def version_of(region: str) -> str:
    found = DirectoryState.objects.filter(region=region).values_list("version", flat=True).first()
    return found or ""


def _removed(region: str, draft: Draft, aside: Iterable[Key]) -> Package:
    set_aside = {(refused.table, refused.uid) for refused in draft.refused}
    stay = draft.records.keys() | around(set_aside.union(aside)).records.keys()
    return package_of(
        record for key, record in region_package(region).records.items() if key not in stay
    )


def _removals(removed: Package) -> Iterable[Change]:
    found = (change_between(record, None) for record in removed.records.values())
    return (change for change in found if change is not None)
