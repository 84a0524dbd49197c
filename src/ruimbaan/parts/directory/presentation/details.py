# SPDX-License-Identifier: EUPL-1.2
"""What the records tell of a place: where, when, in which language, at what price, whom to call,
how sure we are, and where all this came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ruimbaan.core.directory.records.changes import Origin
from ruimbaan.core.directory.records.record import Key, Package, Record
from ruimbaan.core.directory.records.translations import text_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.hours import hours_words
from ruimbaan.parts.directory.presentation.saying import language, language_name, said
from ruimbaan.parts.directory.search.texts import locations_of
from ruimbaan.parts.directory.store.reading import around, rows_by_key
from ruimbaan.parts.directory.store.writing import origins_of
from ruimbaan.parts.directory.wording import wording
from ruimbaan.ui.components import Link
from ruimbaan.ui.pictures.words import written_date

SAFE_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Where:
    lines: tuple[str, ...]
    way: str
    access: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """`fragile` is told kindly: what is uncertain about an initiative, and no blame."""

    description: str
    for_whom: str
    where: tuple[Where, ...]
    hours: tuple[str, ...]
    languages: tuple[str, ...]
    costs: tuple[str, ...]
    ask_for: tuple[str, ...]
    links: tuple[Link, ...]
    fragile: tuple[str, ...]
    origins: tuple[str, ...]


def details(one: Listing) -> Details:
    service_key: Key = ("service", one.uid)
    package = around([service_key])
    service = package.records[service_key]
    own = _Belonging(package, service)
    return Details(
        description=said(text_of(service, "description")),
        for_whom=said(text_of(service, "eligibility_description")),
        where=tuple(_where(package, location) for location in locations_of(package, service)),
        hours=tuple(hours_words(own.all("schedule"))),
        languages=_once(language_name(spoken.text("code") or spoken.text("name"))
                        for spoken in own.all("language")),
        costs=_once(_cost(cost) for cost in own.all("cost_option")),
        ask_for=_once(said(text_of(contact, "title")) for contact in own.all("contact")),
        links=tuple(dict.fromkeys(_links(own))),
        fragile=tuple(_fragile(one)),
        origins=tuple(_origins(service_key)),
    )  # fmt: skip


def links_of(ones: Iterable[Listing]) -> Mapping[str, tuple[Link, ...]]:
    """Only how to reach each of them, by its code of the records: phone, mail and site."""
    keys: list[Key] = [("service", one.uid) for one in ones]
    package = around(keys)
    return {
        key[1]: tuple(dict.fromkeys(_links(_Belonging(package, package.records[key]))))
        for key in keys
    }


class _Belonging:
    """What belongs to a service, to it at a location, and else to its organisation."""

    def __init__(self, package: Package, service: Record) -> None:
        self.package, self.service = package, service
        visits = package.belonging_to(service.key, "service_at_location")
        self.organisation = package.find("organization", service.text("organization_id"))
        self.nearby = (service.key, *(visit.key for visit in visits))

    def all(self, table: str) -> tuple[Record, ...]:
        near = [one for key in self.nearby for one in self.package.belonging_to(key, table)]
        if not near and self.organisation:
            return self.package.belonging_to(self.organisation.key, table)
        return tuple(near)


def _once(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _where(package: Package, location: Record) -> Where:
    lines = []
    for address in package.belonging_to(location.key, "address"):
        town = f"{address.text('postal_code')} {address.text('city')}".strip()
        lines += [address.text("address_1"), address.text("address_2"), town]
    access = package.belonging_to(location.key, "accessibility")
    return Where(
        lines=_once(iter(lines or [location.text("name")])),
        way=said(text_of(location, "transportation")),
        access=_once(said(text_of(one, "description")) or one.text("details") for one in access),
    )


def _cost(cost: Record) -> str:
    own = said(text_of(cost, "amount_description"))
    amount = cost.values.get("amount")
    if own or not isinstance(amount, int | float):
        return own or said(text_of(cost, "option"))
    return _("gratis") if amount == 0 else f"€ {number_format(amount, 2)}"


def _links(own: _Belonging) -> Iterator[Link]:
    """Phone, mail and site; an address that is no ordinary one is not made a link."""
    for phone in own.all("phone"):
        digits = "".join(one for one in phone.text("number") if one.isdigit() or one == "+")
        yield Link(phone.text("number"), f"tel:{digits}" if digits else "")
    for holder in filter(None, (own.service, own.organisation)):
        if mail := holder.text("email"):
            yield Link(mail, f"mailto:{mail}" if "@" in mail else "")
        if site := holder.text("url") or holder.text("website"):
            safe = urlsplit(site).scheme in SAFE_SCHEMES
            yield Link(urlsplit(site).netloc or site, site if safe else "")


def _fragile(one: Listing) -> Iterator[str]:
    if one.one_key_person:
        yield _("Eén iemand draagt deze plek. Bel even voor je gaat.")
    if one.funding_until:
        day = written_date(one.funding_until, language(), year=True)
        yield _("Het geld hiervoor loopt tot %(day)s. Daarna weten we het nog niet.") % {"day": day}


def _origins(service: Key) -> Iterator[str]:
    """Where what stands here came from, the newest first: each source once, with its last day."""
    row = rows_by_key([service]).get(service)
    origins = sorted(origins_of(row).values(), key=_newest_first) if row else []
    for source in dict.fromkeys(origin.source for origin in origins):
        last = next(origin for origin in origins if origin.source is source)
        words = said(wording().sources.get(source.value, Text(source.value)))
        day = written_date(last.on, language(), year=True)
        yield _("%(source)s, op %(day)s.") % {"source": words, "day": day}


def _newest_first(origin: Origin) -> int:
    return -origin.on.toordinal()
