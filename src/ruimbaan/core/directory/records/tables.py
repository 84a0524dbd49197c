# SPDX-License-Identifier: EUPL-1.2
"""The tables of the directory: those of the Human Services Data Specification 3.0.

Source: Open Referral, HSDS 3.0.0 (datapackage and JSON Schemas). A contract test compares this page
with the official files, column by column. One line per table, in this notation:

    name          a column with text           name!        must be filled in
    name:number   another type                 name>table   names a record of that table
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Type(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    UUID = "uuid"
    EMAIL = "email"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Column:
    """`refers_to` is the table whose record this column names."""

    name: str
    type: Type = Type.TEXT
    required: bool = False
    refers_to: str | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """`file` is the name of its file in a tabular package."""

    name: str
    file: str
    columns: Mapping[str, Column]
    required: tuple[str, ...]
    references: tuple[Column, ...]


DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PLACE_KINDS = ("physical", "postal", "virtual")
OPTIONS = MappingProxyType(
    {
        ("service", "status"): ("active", "inactive", "defunct", "temporarily closed"),
        ("location", "location_type"): PLACE_KINDS,
        ("address", "address_type"): PLACE_KINDS,
        ("schedule", "wkst"): DAYS,
        ("schedule", "freq"): ("WEEKLY", "MONTHLY"),
    }
)
ANY_ID = Type.UUID  # link_id and resource_id name a record of a table that another column gives

_COLUMN = re.compile(r"(?P<name>\w+)(?::(?P<type>\w+))?(?:>(?P<to>\w+))?(?P<required>!?)$")


def _column(table: str, written: str) -> Column:
    read = _COLUMN.match(written)
    if read is None:
        raise ValueError(written)
    name, to = read["name"], read["to"]
    kind = Type.UUID if to or name == "id" else Type(read["type"] or "text")
    options = OPTIONS.get((table, name), ())
    return Column(name, kind, bool(read["required"]), to, options)


def _table(name: str, file: str, columns: str) -> Table:
    found = [_column(name, written) for written in f"id! {columns}".split()]
    return Table(
        name,
        file,
        MappingProxyType({column.name: column for column in found}),
        tuple(column.name for column in found if column.required),
        tuple(column for column in found if column.refers_to),
    )


_ALL = (
    _table(
        "organization",
        "organizations.csv",
        """name! alternate_name description! email:email website:url tax_status tax_id
        year_incorporated:number legal_status logo uri:url parent_organization_id>organization""",
    ),
    _table(
        "program",
        "programs.csv",
        "organization_id>organization! name! alternate_name description!",
    ),
    _table(
        "service",
        "services.csv",
        """organization_id>organization! program_id>program name! alternate_name description
        url:url email:email status! interpretation_services application_process fees_description
        wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number
        assured_date:date assurer_email:email licenses alert last_modified:datetime""",
    ),
    _table(
        "service_at_location",
        "service_at_location.csv",
        "service_id>service! location_id>location! description",
    ),
    _table(
        "location",
        "locations.csv",
        """location_type! url:url organization_id>organization name alternate_name description
        transportation latitude:number longitude:number external_identifier
        external_identifier_type""",
    ),
    _table(
        "address",
        "addresses.csv",
        """location_id>location attention address_1! address_2 city! region state_province!
        postal_code! country! address_type!""",
    ),
    _table(
        "phone",
        "phones.csv",
        """location_id>location service_id>service organization_id>organization contact_id>contact
        service_at_location_id>service_at_location number! extension:number type description""",
    ),
    _table(
        "contact",
        "contacts.csv",
        """organization_id>organization service_id>service
        service_at_location_id>service_at_location location_id>location name title department
        email:email""",
    ),
    _table(
        "schedule",
        "schedules.csv",
        """service_id>service location_id>location service_at_location_id>service_at_location
        valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst freq
        interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time
        schedule_link:url attending_type notes""",
    ),
    _table(
        "language",
        "languages.csv",
        "service_id>service location_id>location phone_id>phone name code note",
    ),
    _table(
        "accessibility", "accessibility.csv", "location_id>location description details url:url"
    ),
    _table(
        "cost_option",
        "cost_options.csv",
        """service_id>service! valid_from:date valid_to:date option currency amount:number
        amount_description""",
    ),
    _table("funding", "funding.csv", "organization_id>organization service_id>service source"),
    _table(
        "service_area",
        "service_areas.csv",
        "service_id>service name description extent extent_type uri",
    ),
    _table("required_document", "required_documents.csv", "service_id>service document uri:url"),
    _table(
        "organization_identifier",
        "organization_identifiers.csv",
        "organization_id>organization! identifier_scheme identifier_type! identifier!",
    ),
    _table("taxonomy", "taxonomies.csv", "name! description! uri:url version"),
    _table(
        "taxonomy_term",
        "taxonomy_terms.csv",
        """code name! description! parent_id>taxonomy_term taxonomy language taxonomy_id>taxonomy
        term_uri:url""",
    ),
    _table(
        "attribute",
        "attributes.csv",
        "link_id:uuid! taxonomy_term_id>taxonomy_term! link_type link_entity! value",
    ),
    _table(
        "metadata",
        "metadata.csv",
        """resource_id:uuid! resource_type! last_action_date:date! last_action_type! field_name!
        previous_value! replacement_value! updated_by!""",
    ),
    _table("meta_table_description", "meta_table_descriptions.csv", "name language character_set"),
)

TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in _ALL})
BY_FILE: Mapping[str, Table] = MappingProxyType({table.file: table for table in _ALL})
