# SPDX-License-Identifier: EUPL-1.2
"""With `trusted_schema=OFF`, SQLite refuses a table that calls JSON_VALID() by itself. Django adds
that check to every JSON column; what goes in one always passed `json.dumps` anyway."""

from __future__ import annotations

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Django looks for this name."""

    data_type_check_constraints = {
        kind: check
        for kind, check in base.DatabaseWrapper.data_type_check_constraints.items()
        if kind != "JSONField"
    }
