# SPDX-License-Identifier: EUPL-1.2
"""Agreements and promises as an app of their own: their tables move apart."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class AgreeingConfig(AppConfig):
    name = "ruimbaan.parts.discretion.agreeing"
    label = "room_agreeing"

    def ready(self) -> None:
        post_migrate.connect(_put_up_the_wall, sender=self, dispatch_uid="room_agreeing.wall")


def _put_up_the_wall(using: str, **_rest: Any) -> None:
    """Around the names of who holds a mandate."""
    from ruimbaan.parts.discretion.agreeing import holders  # it needs the tables to be known

    holders.put_up(connections[using])
