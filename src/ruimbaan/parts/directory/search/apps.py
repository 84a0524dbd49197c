# SPDX-License-Identifier: EUPL-1.2
"""Finding as an app of its own: its tables move apart from those of the directory."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "ruimbaan.parts.directory.search"
    label = "directory_search"
