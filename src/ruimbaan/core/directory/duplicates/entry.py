# SPDX-License-Identifier: EUPL-1.2
"""A service as it is compared: its words, and where and how it is reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.core.directory.duplicates.plain import (
    host_of,
    page_of,
    phone_of,
    plain,
    postal_of,
    street_of,
    words_of,
)
from ruimbaan.core.directory.records.record import Package, Record

Texts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """All in plain form. `title` is the name as it is written."""

    uid: str
    title: str
    names: tuple[tuple[str, ...], ...]
    organisation: tuple[str, ...] = ()
    organisation_uid: str = ""
    phones: Texts = frozenset()
    mails: Texts = frozenset()
    hosts: Texts = frozenset()
    pages: Texts = frozenset()
    streets: Texts = frozenset()
    postals: Texts = frozenset()
    towns: Texts = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """What is known of a service, as people wrote it."""

    name: str
    other_name: str = ""
    organisation: str = ""
    organisation_uid: str = ""
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    addresses: tuple[tuple[str, str, str], ...] = ()  # street, postal code, town


def entry_of(uid: str, written: Written) -> Entry:
    towns = {word for _, _, town in written.addresses for word in words_of(town)}
    names = (_without(words_of(name), towns) for name in (written.name, written.other_name))
    reached = (*written.mails, *written.sites)
    pages = (page_of(site) for site in written.sites)
    streets = (street_of(street) for street, _, _ in written.addresses)
    return Entry(
        uid=uid,
        title=written.name,
        names=tuple(dict.fromkeys(name for name in names if name)),
        organisation=words_of(written.organisation),
        organisation_uid=written.organisation_uid,
        phones=_filled(phone_of(phone) for phone in written.phones),
        mails=_filled(mail.strip().casefold() for mail in written.mails),
        hosts=_filled(host_of(address) for address in reached),
        pages=_filled(page for page in pages if "/" in page),
        streets=_filled(streets),
        postals=_filled(postal_of(postal) for _, postal, _ in written.addresses),
        towns=_filled(plain(town).strip() for _, _, town in written.addresses),
    )


def entries_of(package: Package) -> tuple[Entry, ...]:
    """Every service of the package that is in use."""
    return tuple(
        entry_of(service.id, written_of(package, service))
        for service in package.of("service")
        if service.text("status") != "defunct"
    )


def written_of(package: Package, service: Record) -> Written:
    """The service with its own phones, those of its places, and the addresses it is at."""
    organisation = package.find("organization", service.text("organization_id"))
    visits = package.belonging_to(service.key, "service_at_location")
    places = [package.find("location", visit.text("location_id")) for visit in visits]
    holders = [service, *visits, *(place for place in places if place is not None)]
    return Written(
        name=service.text("name"),
        other_name=service.text("alternate_name"),
        organisation=organisation.text("name") if organisation else "",
        organisation_uid=service.text("organization_id"),
        phones=tuple(_texts(package, holders, "phone", "number")),
        mails=(service.text("email"), *_texts(package, holders, "contact", "email")),
        sites=(service.text("url"),),
        addresses=tuple(_addresses(package, places)),
    )


def _addresses(package: Package, places: list[Record | None]) -> Iterator[tuple[str, str, str]]:
    for place in places:
        for address in package.belonging_to(place.key, "address") if place else ():
            yield address.text("address_1"), address.text("postal_code"), address.text("city")


def _texts(package: Package, holders: list[Record], table: str, column: str) -> Iterator[str]:
    for holder in holders:
        for record in package.belonging_to(holder.key, table):
            yield record.text(column)


def _without(words: tuple[str, ...], towns: set[str]) -> tuple[str, ...]:
    """The town in a name tells nothing that the address does not, unless it is the whole name."""
    return tuple(word for word in words if word not in towns) or words


def _filled(texts: Iterator[str]) -> Texts:
    return frozenset(text for text in texts if text)
