# SPDX-License-Identifier: EUPL-1.2
"""The tables of Ohana API, column by column: where each goes in HSDS.

Source: the wiki and the sample files of github.com/codeforamerica/ohana-api, "Populate the Postgres
database from CSV files".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OhanaTable:
    """`columns` go over as they are, `refers` name another record, `lists` hold names between
    commas that become records of a table. The rest is kept as it stands."""

    file: str
    table: str
    columns: Mapping[str, str]
    refers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)


def _columns(written: str) -> Mapping[str, str]:
    """`name` goes to a column of that name, `website>url` to another."""
    pairs = (name.partition(">") for name in written.split())
    return MappingProxyType({name: to or name for name, _, to in pairs})


LOCATION = {"location_id": ("location_id", "location")}
ORGANISATION = {"organization_id": ("organization_id", "organization")}
SERVICE = {"service_id": ("service_id", "service")}
CONTACT = {"contact_id": ("contact_id", "contact")}
_ADDRESS = "attention address_1 address_2 city state_province postal_code country"

TABLES = (
    OhanaTable(
        "organizations.csv",
        "organization",
        _columns("name alternate_name description email website legal_status tax_id tax_status"),
        lists={"funding_sources": ("funding", "source")},
    ),
    OhanaTable(
        "programs.csv", "program", _columns("name alternate_name description"), ORGANISATION
    ),
    OhanaTable(
        "locations.csv",
        "location",
        _columns("name alternate_name description transportation latitude longitude website>url"),
        ORGANISATION,
        {"accessibility": ("accessibility", "description"), "languages": ("language", "name")},
    ),
    OhanaTable(
        "addresses.csv",
        "address",
        _columns(_ADDRESS),
        LOCATION,
        always={"address_type": "physical"},
    ),
    OhanaTable(
        "mail_addresses.csv",
        "address",
        _columns(_ADDRESS),
        LOCATION,
        always={"address_type": "postal"},
    ),
    OhanaTable(
        "contacts.csv",
        "contact",
        _columns("name title department email"),
        LOCATION | ORGANISATION | SERVICE,
    ),
    OhanaTable(
        "phones.csv",
        "phone",
        _columns("number extension number_type>type department>description"),
        LOCATION | ORGANISATION | SERVICE | CONTACT,
    ),
    OhanaTable(
        "services.csv",
        "service",
        _columns(
            """name alternate_name description application_process eligibility>eligibility_description
            email fees>fees_description interpretation_services status wait_time website>url"""
        ),
        {"program_id": ("program_id", "program")},
        {
            "funding_sources": ("funding", "source"),
            "languages": ("language", "name"),
            "required_documents": ("required_document", "document"),
            "service_areas": ("service_area", "name"),
        },
    ),
    OhanaTable("regular_schedules.csv", "schedule", NO_COLUMNS, LOCATION | SERVICE),
    OhanaTable("holiday_schedules.csv", "schedule", NO_COLUMNS, LOCATION | SERVICE),
)
BY_FILE: Mapping[str, OhanaTable] = MappingProxyType({table.file: table for table in TABLES})
TAXONOMY = "taxonomy.csv"
ONLY_OHANA = ("mail_addresses.csv", "regular_schedules.csv", "holiday_schedules.csv")
