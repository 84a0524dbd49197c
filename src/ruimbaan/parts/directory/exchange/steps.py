# SPDX-License-Identifier: EUPL-1.2
"""What an import must go through after each row was judged by itself: it meets the directory."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.base.operations import BaseDatabaseOperations

from ruimbaan.core.directory.records.profile import NAME, profile_of
from ruimbaan.core.directory.records.record import Json, Key, Record, package_of
from ruimbaan.core.directory.records.summary import summary_of
from ruimbaan.core.directory.validation import kinds_profile, kinds_refused
from ruimbaan.core.directory.validation.references import find_dangling, missing_keys
from ruimbaan.integrations.directory import load_world_of_directory
from ruimbaan.parts.directory.exchange.draft import Draft
from ruimbaan.parts.directory.models import Listing, StoredRecord
from ruimbaan.parts.directory.store.listing import as_listing
from ruimbaan.parts.directory.store.reading import records_by_key, region_package

WITH_REGION = ("service", "organization")
RANGES = BaseDatabaseOperations.integer_field_ranges
Rows = Mapping[Key, StoredRecord]


def refuse_other_regions(draft: Draft, region: str, stored: Rows) -> None:
    """A record that is in the directory of another region stays there, untouched."""
    for key, row in stored.items():
        if row.region != region and (record := draft.records.get(key)):
            draft.note(record, kinds_refused.OF_ANOTHER_REGION, "id", region=row.region)


def keep_our_profile(draft: Draft, region: str, stored: Rows) -> None:
    """Whoever sends records without our profile does not know it, and does not wipe it out. What
    comes in belongs to the region it is read into."""
    for key, record in tuple(draft.records.items()):
        found = record.values.get(NAME)
        if found is None and key in stored and NAME in stored[key].values:
            draft.change(record, NAME, stored[key].values[NAME])
        elif record.table in WITH_REGION and (found is None or isinstance(found, dict)):
            _move_to(region, record, found or {}, draft)


def _move_to(region: str, record: Record, profile: dict[str, Json], draft: Draft) -> None:
    named = profile.get("region")
    if named == region:
        return
    if named:
        column = f"{NAME}.region"
        draft.note(record, kinds_profile.OTHER_REGION_NAMED, column, found=named, region=region)
    draft.change(record, NAME, {**profile, "region": region})


def refuse_codes_taken(draft: Draft, region: str) -> None:
    """Two services of a region cannot have the same code: it stands in addresses and plans."""
    taken = dict(Listing.objects.filter(region=region).values_list("code", "uid"))
    for record in draft.of("service"):
        code = profile_of(record).code or record.id
        holder = taken.setdefault(code, record.id)
        if holder != record.id:
            column = f"{NAME}.code"
            draft.note(record, kinds_refused.CODE_TAKEN, column, found=code, other=holder)


def refuse_what_does_not_fit(draft: Draft) -> None:
    """A list of services has room for so much; the database would refuse the whole import."""
    package = package_of(draft.records.values())
    for record in package.of("service"):
        if column := _too_large(as_listing(summary_of(package, record))):
            draft.note(record, kinds_refused.DOES_NOT_FIT, column)


def say_what_the_planner_leaves_out(draft: Draft, region: str) -> None:
    """Puts what comes in between what is there, and lets the planner read it."""
    incoming = {profile_of(record).code: record for record in draft.of("service")}
    if not any(profile_of(record).planning for record in incoming.values()):
        return
    there = {record.key: record for record in region_package(region).of("service")}
    services = {**there, **{record.key: record for record in incoming.values()}}
    left_out = load_world_of_directory(region, services.values()).left_out
    for code, errors in left_out.items():
        if code in incoming:
            told = errors[0].explain("nl")
            draft.note(
                incoming[code],
                kinds_profile.UNREADABLE_PLANNING,
                f"{NAME}.planning",
                problem=told.cause,
                mend=told.advice,
            )


def say_what_dangles(draft: Draft) -> None:
    """Looks in the directory for what the import itself does not hold."""
    records = tuple(draft.records.values())
    missing = missing_keys(records)
    missing -= records_by_key(missing).keys()
    draft.findings += find_dangling(records, missing, draft.places)


def _too_large(listing: Listing) -> str:
    """The first field whose value some database would not take, or nothing. SQLite takes more than
    PostgreSQL; a directory must fit both."""
    for field in Listing._meta.concrete_fields:
        value = getattr(listing, field.name)
        if isinstance(value, str) and len(value) > (field.max_length or len(value)):
            return field.name
        least, most = RANGES.get(field.get_internal_type(), (0, 0))
        if most and isinstance(value, int) and not least <= value <= most:
            return field.name
    return ""
