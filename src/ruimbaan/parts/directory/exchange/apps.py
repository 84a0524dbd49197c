# SPDX-License-Identifier: EUPL-1.2
"""Exchange as an app of its own: its tables move apart from those of the directory."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "ruimbaan.parts.directory.exchange"
    label = "directory_exchange"
