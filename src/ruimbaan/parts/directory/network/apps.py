# SPDX-License-Identifier: EUPL-1.2
"""The metro map as an app of its own: its tables move apart from those of the directory."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "ruimbaan.parts.directory.network"
    label = "directory_network"
