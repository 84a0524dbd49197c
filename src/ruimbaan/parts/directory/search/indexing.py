# SPDX-License-Identifier: EUPL-1.2
"""The index follows the records: called at every write, inside its transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from ruimbaan.core.directory.geography.located import district_of, point_of
from ruimbaan.core.directory.records.record import Package, Record
from ruimbaan.core.directory.records.summary import Summary
from ruimbaan.core.directory.search.hours import Span, spans_of
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.models import Hours, Posting, Spot, Term
from ruimbaan.parts.directory.search.renewals import Renewed
from ruimbaan.parts.directory.search.texts import (
    locations_of,
    marks_of,
    words_of_names,
    words_of_texts,
)
from ruimbaan.parts.directory.store.inserting import insert_rows

BATCH = 500  # rows at once
SPAN = tuple(field.name for field in fields(Span))
DIGITS = 4  # of a postcode: the neighbourhood, never the house

Row = tuple[Any, ...]
Words = Mapping[str, tuple[str, bool]]  # stem or mark: as written, and whether the name has it


def index_again(package: Package, summaries: Iterable[Summary]) -> Renewed:
    """Make all anew that says how these services are found. Their listings must be there, and
    `package` must hold what belongs to them. Tells what that changed."""
    known = {summary.uid: summary for summary in summaries}
    listings = dict(Listing.objects.filter(uid__in=list(known)).values_list("uid", "pk"))
    services = {listings[uid]: (known[uid], _service(package, uid)) for uid in listings}
    before = _forget(services)
    words = {
        listing: _words(package, service, summary)
        for listing, (summary, service) in services.items()
    }
    new: dict[str, tuple[int, str]] = {}
    regions = {summary.region for summary in known.values()}
    for region in sorted(regions):
        here = [pk for pk, (summary, _) in services.items() if summary.region == region]
        new |= _post(region, {listing: words[listing] for listing in here})
    hours = (one for pk, (_, it) in services.items() for one in _hours(package, it, pk))
    spots = (one for pk, (_, it) in services.items() for one in _spots(package, it, pk))
    insert_rows(Hours, ("listing_id", *SPAN), hours)
    insert_rows(Spot, ("listing_id", "postcode", "district", "x", "y"), spots)
    return Renewed(regions, services.keys(), new, _drop_unused(before))


def take_off(uids: Iterable[str]) -> Renewed:
    """The services with these ids are gone, and with them the words that only they had."""
    gone = Listing.objects.filter(uid__in=list(uids))
    regions = dict(gone.values_list("pk", "region"))
    if not regions:
        return Renewed()
    before = _forget(regions)
    gone.delete()
    return Renewed(frozenset(regions.values()), regions.keys(), {}, _drop_unused(before))


def _forget(listings: Iterable[int]) -> set[int]:
    """Nothing is found by these listings any more. Tells the terms that they had."""
    some = list(listings)
    had = set(Posting.objects.filter(listing__in=some).values_list("term_id", flat=True))
    for table in (Posting, Hours, Spot):
        table.objects.filter(listing__in=some).delete()
    return had


def _drop_unused(terms: Iterable[int]) -> frozenset[str]:
    """A word that no place has any more is never proposed again."""
    some, gone = sorted(terms), set[str]()
    for first in range(0, len(some), BATCH):
        these = some[first : first + BATCH]
        used = set(
            Posting.objects.filter(term__in=these).values_list("term_id", flat=True).distinct()
        )
        unused = Term.objects.filter(pk__in=set(these) - used)
        gone |= set(unused.values_list("stem", flat=True))
        unused.delete()
    return frozenset(gone)


def _service(package: Package, uid: str) -> Record:
    return package.records["service", uid]


def _words(package: Package, service: Record, summary: Summary) -> Words:
    names = words_of_names(service)
    texts = words_of_texts(package, service)
    found = {stem: (word, False) for stem, word in texts.items()}
    found |= {mark: (mark, False) for mark in marks_of(summary)}
    return found | {stem: (word, True) for stem, word in names.items()}


def _post(region: str, words: Mapping[int, Words]) -> dict[str, tuple[int, str]]:
    """Tells the terms that were not there yet, as `Renewed.new` has them."""
    written: dict[str, str] = {}
    for found in words.values():
        for stem, (word, _) in found.items():
            written.setdefault(stem, word)
    terms = _known(region, written)
    added = _added(region, {stem: written[stem] for stem in written.keys() - terms})
    terms |= added
    rows = (
        (terms[stem], listing, in_name)
        for listing, found in words.items()
        for stem, (_, in_name) in found.items()
    )
    insert_rows(Posting, ("term_id", "listing_id", "in_name"), rows)
    return {stem: (pk, written[stem]) for stem, pk in added.items()}


def _added(region: str, written: Mapping[str, str]) -> dict[str, int]:
    if not written:
        return {}
    rows = ((region, one, written[one]) for one in sorted(written))
    insert_rows(Term, ("region", "stem", "written"), rows)
    return _known(region, written)


def _known(region: str, stems: Iterable[str]) -> dict[str, int]:
    some = sorted(stems)
    found: dict[str, int] = {}
    for first in range(0, len(some), BATCH):
        rows = Term.objects.filter(region=region, stem__in=some[first : first + BATCH])
        found |= dict(rows.values_list("stem", "pk"))
    return found


def _hours(package: Package, service: Record, listing: int) -> Iterator[Row]:
    """Of the service itself, of it at a location, and where neither says anything of the location."""
    at = package.belonging_to(service.key, "service_at_location")
    owners = (service.key, *(visit.key for visit in at))
    schedules = [one for owner in owners for one in package.belonging_to(owner, "schedule")]
    if not schedules:
        locations = locations_of(package, service)
        schedules = [
            one for place in locations for one in package.belonging_to(place.key, "schedule")
        ]
    spans = dict.fromkeys(span for schedule in schedules for span in spans_of(schedule))
    for span in spans:
        yield (listing, *(getattr(span, name) for name in SPAN))


def _spots(package: Package, service: Record, listing: int) -> Iterator[Row]:
    for location in locations_of(package, service):
        if point := point_of(location):
            district = district_of(location)[:120]
            yield listing, _postcode(package, location), district, *point


def _postcode(package: Package, location: Record) -> str:
    for address in package.belonging_to(location.key, "address"):
        digits = address.text("postal_code").strip()[:DIGITS]
        if len(digits) == DIGITS and digits.isdigit():
            return digits
    return ""
