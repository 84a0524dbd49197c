# SPDX-License-Identifier: EUPL-1.2
"""Boundaries out of GeoJSON files in the Dutch grid, such as those of CBS and Kadaster."""

from ruimbaan.integrations.geojson.choosing import Choice
from ruimbaan.integrations.geojson.reading import read_boundaries

__all__ = ["Choice", "read_boundaries"]
