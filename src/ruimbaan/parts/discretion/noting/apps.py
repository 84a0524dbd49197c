# SPDX-License-Identifier: EUPL-1.2
"""Notes of room as a Django app."""

from django.apps import AppConfig


class NotingConfig(AppConfig):
    name = "ruimbaan.parts.discretion.noting"
    label = "room_noting"
