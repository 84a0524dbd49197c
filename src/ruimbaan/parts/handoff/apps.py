# SPDX-License-Identifier: EUPL-1.2
"""Handoffs as a Django app."""

from django.apps import AppConfig


class HandoffConfig(AppConfig):
    name = "ruimbaan.parts.handoff"
    label = "handoff"
