# SPDX-License-Identifier: EUPL-1.2
"""What other parts may know of the directory."""

from ruimbaan.core.directory.service import Service
from ruimbaan.parts.directory.contacts import ContactOnMap, contacts_in, contacts_named
from ruimbaan.parts.directory.joining.queries import fragile
from ruimbaan.parts.directory.network.presentation.plans import PlansOnMap, plans_on_map
from ruimbaan.parts.directory.network.queries import (
    Map,
    Stuck,
    circles,
    deadlocks,
    find_map,
    loose_initiatives,
)
from ruimbaan.parts.directory.of_kind import PlaceOfKind, kind_title, places_of_kind
from ruimbaan.parts.directory.organisations import (
    OrganisationOnMap,
    find_organisation,
    list_organisations,
    main_kinds,
    organisations_with,
)
from ruimbaan.parts.directory.regions import Region, list_names, list_regions, region_on

__all__ = [
    "ContactOnMap",
    "Map",
    "OrganisationOnMap",
    "PlaceOfKind",
    "PlansOnMap",
    "Region",
    "Stuck",
    "circles",
    "contacts_in",
    "contacts_named",
    "deadlocks",
    "find_map",
    "find_organisation",
    "fragile",
    "is_place",
    "kind_title",
    "list_names",
    "list_organisations",
    "list_regions",
    "loose_initiatives",
    "main_kinds",
    "organisations_with",
    "places_of_kind",
    "plans_on_map",
    "region_on",
]


def is_place(service: Service) -> bool:
    """A step on paper has no number of a kind: it is part of the way to a place, not a place."""
    return service.type is not None
