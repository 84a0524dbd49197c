# SPDX-License-Identifier: EUPL-1.2
"""Counting along as a Django app."""

from django.apps import AppConfig


class ContributingConfig(AppConfig):
    name = "ruimbaan.parts.contributing"
    label = "contributing"
