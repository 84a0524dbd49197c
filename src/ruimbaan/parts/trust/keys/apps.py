# SPDX-License-Identifier: EUPL-1.2
"""Keys as an app of their own: it has start-up checks, and no table among the data."""

from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "ruimbaan.parts.trust.keys"
    label = "trust_keys"

    def ready(self) -> None:
        from ruimbaan.parts.trust.keys import checks, memory  # need the app registry

        checks.register_all()
        memory.connect()
