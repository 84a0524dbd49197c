# SPDX-License-Identifier: EUPL-1.2
"""The book as an app."""

from django.apps import AppConfig


class StorybookConfig(AppConfig):
    name = "ruimbaan.parts.storybook"
    label = "storybook"
