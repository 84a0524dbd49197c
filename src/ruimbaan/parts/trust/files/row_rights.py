# SPDX-License-Identifier: EUPL-1.2
"""What the role of the site may do in PostgreSQL: read and write rows, and nothing with tables.

The tables belong to another role, so the site cannot take down the walls around them.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

USUAL = "SELECT, INSERT, UPDATE, DELETE"
ONLY_ADDING = "SELECT, INSERT"


def hand_out(
    connection: BaseDatabaseWrapper, role: str, tables: Iterable[type[models.Model]]
) -> None:
    """A table whose model says `only_adding = True` gets rows and never loses or changes one. In one go:
    a site that goes on meanwhile has its rights all along."""
    name = connection.ops.quote_name
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name(role)}")
        cursor.execute(f"GRANT SELECT ON django_migrations TO {name(role)}")
        for model in tables:
            rights = ONLY_ADDING if getattr(model, "only_adding", False) else USUAL
            table = name(model._meta.db_table)
            cursor.execute(f"REVOKE ALL ON {table} FROM {name(role)}")
            cursor.execute(f"GRANT {rights} ON {table} TO {name(role)}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name(role)}")
