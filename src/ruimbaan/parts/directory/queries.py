# SPDX-License-Identifier: EUPL-1.2
"""What other parts may know of the directory."""

from ruimbaan.core.directory.service import Service
from ruimbaan.parts.directory.organisations import (
    OrganisationOnMap,
    find_organisation,
    list_organisations,
    organisations_with,
)
from ruimbaan.parts.directory.regions import Region, list_names, list_regions

__all__ = [
    "OrganisationOnMap",
    "Region",
    "find_organisation",
    "is_place",
    "list_names",
    "list_organisations",
    "list_regions",
    "organisations_with",
]


def is_place(service: Service) -> bool:
    """A step on paper has no number of a kind: it is part of the way to a place, not a place."""
    return service.type is not None
