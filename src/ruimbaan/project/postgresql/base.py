# SPDX-License-Identifier: EUPL-1.2
"""While PostgreSQL is away a page hears so at once, instead of finding it out for itself each time."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base

from ruimbaan.integrations.postgresql_lines import connecting


class DatabaseWrapper(base.DatabaseWrapper):
    """Django looks for this name."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        place = tuple(self.settings_dict[name] for name in ("HOST", "PORT", "NAME", "USER"))
        with connecting(place):
            return super().get_new_connection(conn_params)
