# SPDX-License-Identifier: EUPL-1.2
"""The words of one service, out of its records: those of its name, and those of all its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Package, Record
from ruimbaan.core.directory.records.summary import Summary
from ruimbaan.core.directory.records.translations import text_of
from ruimbaan.core.directory.search.daily import domain_mark, kind_mark
from ruimbaan.core.directory.search.stems import stem, telling_words
from ruimbaan.core.kernel.texts import Text

LONGEST = 80  # characters of a word; what is longer is no word


def words_of_names(service: Record) -> Mapping[str, str]:
    name = profile_of(service).name or Text("")
    names = (name, text_of(service, "name"), text_of(service, "alternate_name"))
    return _stems(*_both(names))


def words_of_texts(package: Package, service: Record) -> Mapping[str, str]:
    return _stems(*_both(_texts(package, service)))


def marks_of(summary: Summary) -> Iterator[str]:
    if summary.kind is not None:
        yield kind_mark(summary.kind)
    if summary.domain:
        yield domain_mark(summary.domain)


def locations_of(package: Package, service: Record) -> Iterator[Record]:
    for visit in package.belonging_to(service.key, "service_at_location"):
        location = package.find("location", visit.text("location_id"))
        if location is not None:
            yield location


def _texts(package: Package, service: Record) -> Iterator[Text]:
    yield from (text_of(service, column) for column in ("description", "eligibility_description"))
    organisation = package.find("organization", service.text("organization_id"))
    for above in (organisation, package.find("program", service.text("program_id"))):
        if above is not None:
            yield from (text_of(above, column) for column in ("name", "alternate_name"))
    for location in locations_of(package, service):
        yield text_of(location, "name")
    for attribute in package.belonging_to(service.key, "attribute"):
        term = package.find("taxonomy_term", attribute.text("taxonomy_term_id"))
        if term is not None:
            yield text_of(term, "name")


def _both(texts: Iterable[Text]) -> Iterator[str]:
    """In both languages: nobody asks in which one you look."""
    for text in texts:
        yield from (text.nl, text.en)


def _stems(*texts: str) -> Mapping[str, str]:
    """Stem to word; the first way of writing counts."""
    found: dict[str, str] = {}
    for text in texts:
        for word in telling_words(text):
            if len(word) <= LONGEST:
                found.setdefault(stem(word), word)
    return found
