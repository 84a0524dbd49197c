# SPDX-License-Identifier: EUPL-1.2
"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ruimbaan.parts.accounts"
    label = "accounts"
