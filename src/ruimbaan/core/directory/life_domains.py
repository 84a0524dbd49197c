# SPDX-License-Identifier: EUPL-1.2
"""The life domains, by the code that stands in the data. In words that everyone knows (A2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ruimbaan.core.directory.records.profile import made_id, profile_of
from ruimbaan.core.directory.records.record import Record
from ruimbaan.core.kernel.texts import Text

LIFE_DOMAINS: Mapping[str, Text] = MappingProxyType(
    {
        "WON": Text("Wonen en slapen", "Living and sleeping"),
        "FIN": Text("Geld", "Money"),
        "ADM": Text("Papieren en regelen", "Papers and arranging"),
        "MID": Text("Gebruik van drank of drugs", "Use of drink or drugs"),
        "PSY": Text("Je hoofd", "Your mind"),
        "GEZ": Text("Je lichaam", "Your body"),
        "WRK": Text("Werk en overdag", "Work and daytime"),
        "SOC": Text("Mensen om je heen", "People around you"),
        "GZN": Text("Je kind en je gezin", "Your child and family"),
        "JUS": Text("Straf en politie", "Sentence and police"),
        "ZIN": Text("Zin in je leven", "Meaning in your life"),
    }
)
NAME = "Leefgebieden"
SHARED = "nl"  # these records are the same in every region
TAXONOMY = made_id(SHARED, "taxonomy", NAME)


def taxonomy_records() -> Iterator[Record]:
    """The life domains as a taxonomy of HSDS."""
    about = "De leefgebieden waarop steun wordt gezocht. The life domains of Ruimbaan."
    values = {"id": TAXONOMY, "name": NAME, "description": about, "version": "1"}
    yield Record("taxonomy", TAXONOMY, values)
    for code, name in LIFE_DOMAINS.items():
        yield Record(
            "taxonomy_term",
            term_id(code),
            {
                "id": term_id(code),
                "code": code,
                "name": name.nl,
                "description": f"{name.nl}. {name.en}.",
                "taxonomy": NAME,
                "taxonomy_id": TAXONOMY,
                "language": "nl",
            },
        )


def term_id(code: str) -> str:
    return made_id(SHARED, "taxonomy_term", code)


def attribute_records(services: Iterable[Record]) -> Iterator[Record]:
    """That a service belongs to a life domain, in HSDS's own words."""
    for service in services:
        code = profile_of(service).word("domain")
        if code in LIFE_DOMAINS:
            uid = made_id(SHARED, "attribute", service.id)
            values = {
                "id": uid,
                "link_id": service.id,
                "link_entity": "service",
                "taxonomy_term_id": term_id(code),
            }
            yield Record("attribute", uid, values)
