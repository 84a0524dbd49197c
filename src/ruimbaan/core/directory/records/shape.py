# SPDX-License-Identifier: EUPL-1.2
"""How the tables of HSDS 3.0 lie inside each other in its JSON: a service holds its phones and its
schedules, names one organisation, and so on. A contract test holds this page against the official
schemas."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ruimbaan.core.directory.records.record import LINKED
from ruimbaan.core.directory.records.tables import TABLES

_ABOUT_ANY = {"attributes": "attribute", "metadata": "metadata"}

# The names under which a record holds records of another table that name it.
MANY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "organization": {
            "funding": "funding",
            "contacts": "contact",
            "phones": "phone",
            "locations": "location",
            "programs": "program",
            "organization_identifiers": "organization_identifier",
            "services": "service",
            **_ABOUT_ANY,
        },
        "program": _ABOUT_ANY,
        "service": {
            "phones": "phone",
            "schedules": "schedule",
            "service_areas": "service_area",
            "service_at_locations": "service_at_location",
            "languages": "language",
            "funding": "funding",
            "cost_options": "cost_option",
            "required_documents": "required_document",
            "contacts": "contact",
            **_ABOUT_ANY,
        },
        "service_at_location": {
            "contacts": "contact",
            "phones": "phone",
            "schedules": "schedule",
            **_ABOUT_ANY,
        },
        "location": {
            "languages": "language",
            "addresses": "address",
            "contacts": "contact",
            "accessibility": "accessibility",
            "phones": "phone",
            "schedules": "schedule",
            **_ABOUT_ANY,
        },
        "phone": {"languages": "language", **_ABOUT_ANY},
        "contact": {"phones": "phone", **_ABOUT_ANY},
        "attribute": {"metadata": "metadata"},
        "metadata": {},
        "taxonomy": {"metadata": "metadata"},
        "taxonomy_term": {"metadata": "metadata"},
        "meta_table_description": _ABOUT_ANY,
        **dict.fromkeys(
            (
                "address",
                "schedule",
                "language",
                "accessibility",
                "cost_option",
                "funding",
                "service_area",
                "required_document",
                "organization_identifier",
            ),
            _ABOUT_ANY,
        ),
    }
)

# The names under which a record holds the one record that its own column names: table, column.
ONE: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "service": {
            "organization": ("organization", "organization_id"),
            "program": ("program", "program_id"),
        },
        "service_at_location": {
            "location": ("location", "location_id"),
            "service": ("service", "service_id"),
        },
        "attribute": {"taxonomy_term": ("taxonomy_term", "taxonomy_term_id")},
        "taxonomy_term": {"taxonomy_detail": ("taxonomy", "taxonomy_id")},
    }
)


def inner_names(table: str) -> tuple[str, ...]:
    """Every name under which a record of this table may hold other records."""
    return (*MANY[table], *ONE.get(table, {}))


def column_for(child: str, parent: str) -> str:
    """The column in which a record of table `child` names the record that holds it.

    Raises KeyError when records of `parent` hold no `child`.
    """
    return _COLUMNS[child, parent]


def _columns() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for parent, names in MANY.items():
        for child in names.values():
            if child in LINKED:
                found[child, parent] = LINKED[child][1]
                continue
            found[child, parent] = next(
                column.name for column in TABLES[child].references if column.refers_to == parent
            )
    return found


_COLUMNS = _columns()
