# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from ruimbaan.parts.trust.log import tables


def create(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """On SQLite the log makes its own file when it is opened."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in tables.CREATE:
            schema_editor.execute(statement)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in tables.DROP:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(create, drop)]
