# SPDX-License-Identifier: EUPL-1.2
"""Regie as a Django app."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "ruimbaan.parts.insight"
    label = "insight"
