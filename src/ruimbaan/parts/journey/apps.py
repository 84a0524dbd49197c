# SPDX-License-Identifier: EUPL-1.2
"""The own file as a Django app."""

from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "ruimbaan.parts.journey"
    label = "journey"
