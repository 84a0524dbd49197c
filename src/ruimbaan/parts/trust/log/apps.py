# SPDX-License-Identifier: EUPL-1.2
"""The access log as an app of its own: its tables move apart."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate

from ruimbaan.parts.trust.log.tables import only_adding

OWNER = "owner"  # of the tables; in DATABASES only where somebody migrates


class LogConfig(AppConfig):
    name = "ruimbaan.parts.trust.log"
    label = "trust_log"

    def ready(self) -> None:
        from ruimbaan.parts.trust.log import checks  # needs the app registry

        checks.register_all()
        files = apps.get_app_config("trust_files")  # Django tells an app without models nothing
        post_migrate.connect(_hand_out_rights, sender=files, dispatch_uid="trust_log.rights")


def _hand_out_rights(sender: AppConfig, using: str, **_rest: Any) -> None:
    if using == OWNER:
        only_adding(connections[using], settings.DATABASES["default"]["USER"])
