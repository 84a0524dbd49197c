# SPDX-License-Identifier: EUPL-1.2
"""The outbox as a Django app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "ruimbaan.parts.outbox"
    label = "outbox"
