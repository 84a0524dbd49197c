# SPDX-License-Identifier: EUPL-1.2
"""A start-up check: nobody may be a made-up person with one click on a real site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import DatabaseError, connections

from ruimbaan.parts.accounts import demo
from ruimbaan.parts.accounts.models import Account


def check_no_demo_people(
    app_configs: Sequence[AppConfig] | None,
    *,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """A database that does not open, or has no tables yet, is told of by another check."""
    if settings.ENVIRONMENT.demo or "default" not in (databases or ()):
        return []
    try:
        tables = connections["default"].introspection.table_names()
        there = Account._meta.db_table in tables and demo.is_there()
    except DatabaseError:
        return []
    if not there:
        return []
    return [
        Error(
            "This database holds the made-up people of a demo.",
            hint="Begin with an empty database: set RUIMBAAN_DATABASE or RUIMBAAN_VAR elsewhere.",
            id="ruimbaan.E020",
        )
    ]
