# SPDX-License-Identifier: EUPL-1.2
"""Files and grants as an app of their own: their tables move apart."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class FilesConfig(AppConfig):
    name = "ruimbaan.parts.trust.files"
    label = "trust_files"

    def ready(self) -> None:
        post_migrate.connect(_put_up_the_wall, dispatch_uid="trust_files.third_wall")


def _put_up_the_wall(sender: AppConfig, using: str, **_rest: Any) -> None:
    """After each app whose tables hold parts of files."""
    # these need every table to be known
    from ruimbaan.parts.trust.files import row_policies
    from ruimbaan.parts.trust.walls import PartRecord

    models = [model for model in sender.get_models() if issubclass(model, PartRecord)]
    row_policies.put_up(connections[using], models)
