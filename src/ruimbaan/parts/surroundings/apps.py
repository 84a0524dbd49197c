# SPDX-License-Identifier: EUPL-1.2
"""Omgeving as a Django app."""

from django.apps import AppConfig


class SurroundingsConfig(AppConfig):
    name = "ruimbaan.parts.surroundings"
    label = "surroundings"
