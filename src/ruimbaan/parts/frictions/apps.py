# SPDX-License-Identifier: EUPL-1.2
"""Frictions as a Django app."""

from django.apps import AppConfig


class FrictionsConfig(AppConfig):
    name = "ruimbaan.parts.frictions"
    label = "frictions"
