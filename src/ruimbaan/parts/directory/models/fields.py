# SPDX-License-Identifier: EUPL-1.2
"""JSON in the database."""

from __future__ import annotations

from typing import Any

from django.db import models


class JsonField(models.JSONField):
    """Django's JSON field without its CHECK on SQLite: SQLite 3.40 (Debian 12) refuses
    `json_valid` in a schema when `trusted_schema` is off, and ours is off on purpose. What is
    written comes from Django's own encoder, so it is valid anyway."""

    def db_check(self, connection: Any) -> None:  # noqa: ARG002
        return None
