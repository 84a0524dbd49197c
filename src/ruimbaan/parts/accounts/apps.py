# SPDX-License-Identifier: EUPL-1.2
"""Accounts as a Django app."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class AccountsConfig(AppConfig):
    name = "ruimbaan.parts.accounts"
    label = "accounts"

    def ready(self) -> None:
        from ruimbaan.parts.accounts.checks import check_no_demo_people

        register(check_no_demo_people, Tags.database)
