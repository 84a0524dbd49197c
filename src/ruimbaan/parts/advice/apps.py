# SPDX-License-Identifier: EUPL-1.2
"""Advice about rules as a Django app."""

from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "ruimbaan.parts.advice"
    label = "advice"
