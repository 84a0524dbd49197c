# SPDX-License-Identifier: EUPL-1.2
"""Beginning together as a Django app."""

from django.apps import AppConfig


class StartingConfig(AppConfig):
    name = "ruimbaan.parts.journey.starting"
    label = "starting"
