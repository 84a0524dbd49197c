# SPDX-License-Identifier: EUPL-1.2
"""Reading without internet as a Django app."""

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    name = "ruimbaan.parts.journey.offline"
    label = "offline"
