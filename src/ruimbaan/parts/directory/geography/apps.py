# SPDX-License-Identifier: EUPL-1.2
"""Geography as an app of its own: its tables move apart from those of the directory."""

from django.apps import AppConfig


class GeographyConfig(AppConfig):
    name = "ruimbaan.parts.directory.geography"
    label = "directory_geography"
