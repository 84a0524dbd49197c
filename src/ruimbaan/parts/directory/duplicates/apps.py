# SPDX-License-Identifier: EUPL-1.2
"""Doubles as an app of its own: its tables move apart from those of the directory."""

from django.apps import AppConfig


class DuplicatesConfig(AppConfig):
    name = "ruimbaan.parts.directory.duplicates"
    label = "directory_duplicates"
