# SPDX-License-Identifier: EUPL-1.2
"""Backups as an app of their own, so that their age is looked at when the site starts."""

from django.apps import AppConfig


class BackupConfig(AppConfig):
    name = "ruimbaan.parts.trust.backup"
    label = "trust_backup"

    def ready(self) -> None:
        from ruimbaan.parts.trust.backup import age  # needs the app registry

        age.register_all()
