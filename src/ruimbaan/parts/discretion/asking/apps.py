# SPDX-License-Identifier: EUPL-1.2
"""Requests for room as a Django app."""

from django.apps import AppConfig


class AskingConfig(AppConfig):
    name = "ruimbaan.parts.discretion.asking"
    label = "room_asking"
