# SPDX-License-Identifier: EUPL-1.2
"""Files and grants as an app of their own: their tables move apart."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate

OWNER = "owner"  # of the tables; in DATABASES only where somebody migrates


class FilesConfig(AppConfig):
    name = "ruimbaan.parts.trust.files"
    label = "trust_files"

    def ready(self) -> None:
        post_migrate.connect(_put_up_the_wall, dispatch_uid="trust_files.third_wall")


def _put_up_the_wall(sender: AppConfig, using: str, **_rest: Any) -> None:
    """After each app: the wall around its tables that hold parts of files, and the rights of the
    role of the site."""
    # these need every table to be known
    from ruimbaan.parts.trust.files import row_policies, row_rights
    from ruimbaan.parts.trust.walls import PartRecord

    connection = connections[using]
    tables = list(sender.get_models(include_auto_created=True))
    row_policies.put_up(connection, [table for table in tables if issubclass(table, PartRecord)])
    if using == OWNER and tables:
        row_rights.hand_out(connection, settings.DATABASES["default"]["USER"], tables)
