# SPDX-License-Identifier: EUPL-1.2
"""The index follows the records: called at every write, inside its transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Package, Record
from ruimbaan.core.directory.records.summary import Summary
from ruimbaan.core.directory.search.hours import spans_of
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.models import Hours, Posting, Spot, Term
from ruimbaan.parts.directory.search.texts import (
    locations_of,
    marks_of,
    words_of_names,
    words_of_texts,
)
from ruimbaan.parts.directory.store.inserting import insert_rows

BATCH = 500  # rows at once
DIGITS = 4  # of a postcode: the neighbourhood, never the house

Words = Mapping[str, tuple[str, bool]]  # stem or mark: as written, and whether the name has it


def index_again(package: Package, summaries: Iterable[Summary]) -> None:
    """Make all anew that says how these services are found. Their listings must be there, and
    `package` must hold what belongs to them."""
    known = {summary.uid: summary for summary in summaries}
    listings = dict(Listing.objects.filter(uid__in=list(known)).values_list("uid", "pk"))
    services = {listings[uid]: (known[uid], _service(package, uid)) for uid in listings}
    before = _forget(listings.values())
    words = {
        listing: _words(package, service, summary)
        for listing, (summary, service) in services.items()
    }
    for region in sorted({summary.region for summary in known.values()}):
        here = [pk for pk, (summary, _) in services.items() if summary.region == region]
        _post(region, {listing: words[listing] for listing in here})
    hours = [one for pk, (_, it) in services.items() for one in _hours(package, it, pk)]
    spots = [one for pk, (_, it) in services.items() for one in _spots(package, it, pk)]
    Hours.objects.bulk_create(hours, batch_size=BATCH)
    Spot.objects.bulk_create(spots, batch_size=BATCH)
    _drop_unused(before)


def take_off(uids: Iterable[str]) -> None:
    """The services with these ids are gone, and with them the words that only they had."""
    gone = Listing.objects.filter(uid__in=list(uids))
    before = _forget(gone.values_list("pk", flat=True))
    gone.delete()
    _drop_unused(before)


def _forget(listings: Iterable[int]) -> set[int]:
    """Nothing is found by these listings any more. Tells the terms that they had."""
    some = list(listings)
    had = set(Posting.objects.filter(listing__in=some).values_list("term_id", flat=True))
    for table in (Posting, Hours, Spot):
        table.objects.filter(listing__in=some).delete()
    return had


def _drop_unused(terms: Iterable[int]) -> None:
    """A word that no place has any more is never proposed again."""
    some = sorted(terms)
    for first in range(0, len(some), BATCH):
        these = some[first : first + BATCH]
        used = set(
            Posting.objects.filter(term__in=these).values_list("term_id", flat=True).distinct()
        )
        Term.objects.filter(pk__in=set(these) - used).delete()


def _service(package: Package, uid: str) -> Record:
    return package.records["service", uid]


def _words(package: Package, service: Record, summary: Summary) -> Words:
    names = words_of_names(service)
    texts = words_of_texts(package, service)
    found = {stem: (word, False) for stem, word in texts.items()}
    found |= {mark: (mark, False) for mark in marks_of(summary)}
    return found | {stem: (word, True) for stem, word in names.items()}


def _post(region: str, words: Mapping[int, Words]) -> None:
    written: dict[str, str] = {}
    for found in words.values():
        for stem, (word, _) in found.items():
            written.setdefault(stem, word)
    terms = _terms(region, written)
    rows = (
        (terms[stem], listing, in_name)
        for listing, found in words.items()
        for stem, (_, in_name) in found.items()
    )
    insert_rows(Posting, ("term_id", "listing_id", "in_name"), rows)


def _terms(region: str, written: Mapping[str, str]) -> dict[str, int]:
    known = _known(region, written)
    new = [Term(region=region, stem=one, written=written[one]) for one in written.keys() - known]
    new.sort(key=lambda term: term.stem)
    Term.objects.bulk_create(new, batch_size=BATCH)
    return known | _known(region, [term.stem for term in new])


def _known(region: str, stems: Iterable[str]) -> dict[str, int]:
    some = sorted(stems)
    found: dict[str, int] = {}
    for first in range(0, len(some), BATCH):
        rows = Term.objects.filter(region=region, stem__in=some[first : first + BATCH])
        found |= dict(rows.values_list("stem", "pk"))
    return found


def _hours(package: Package, service: Record, listing: int) -> Iterator[Hours]:
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
        yield Hours(listing_id=listing, **asdict(span))


def _spots(package: Package, service: Record, listing: int) -> Iterator[Spot]:
    for location in locations_of(package, service):
        profile = location.values.get(NAME)
        ours: dict[str, Any] = profile if isinstance(profile, dict) else {}
        match ours.get("rd"):
            case [int() | float() as x, int() | float() as y]:
                yield Spot(
                    listing_id=listing,
                    postcode=_postcode(package, location),
                    district=str(ours.get("district") or "")[:120],
                    x=x,
                    y=y,
                )


def _postcode(package: Package, location: Record) -> str:
    for address in package.belonging_to(location.key, "address"):
        digits = address.text("postal_code").strip()[:DIGITS]
        if len(digits) == DIGITS and digits.isdigit():
            return digits
    return ""
