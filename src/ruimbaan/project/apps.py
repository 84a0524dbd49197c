# SPDX-License-Identifier: EUPL-1.2
"""The wiring as a Django app, so that its start-up checks are registered."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "ruimbaan.project"
    label = "project"

    def ready(self) -> None:
        from ruimbaan.project import checks  # registers them; needs the app registry

        checks.register_all()
