# SPDX-License-Identifier: EUPL-1.2
"""What others may ask about trust, without opening a file."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from ruimbaan.parts.trust.files import row_policies


def tables_without_wall(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """Tables of parts of files that PostgreSQL does not guard."""
    return row_policies.without_wall(connection)
