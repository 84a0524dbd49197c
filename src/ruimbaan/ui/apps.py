# SPDX-License-Identifier: EUPL-1.2
"""The interface kit as a Django app: templates, static files and template tags."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "ruimbaan.ui"
    label = "ui"
