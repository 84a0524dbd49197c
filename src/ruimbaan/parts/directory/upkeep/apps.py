# SPDX-License-Identifier: EUPL-1.2
"""Upkeep as an app of its own: its table moves apart from those of the directory."""

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "ruimbaan.parts.directory.upkeep"
    label = "directory_upkeep"
