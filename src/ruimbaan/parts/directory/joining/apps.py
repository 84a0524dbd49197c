# SPDX-License-Identifier: EUPL-1.2
"""Joining as an app of its own: its tables move apart from those of the directory."""

from django.apps import AppConfig


class JoiningConfig(AppConfig):
    name = "ruimbaan.parts.directory.joining"
    label = "directory_joining"
