# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit? as a Django app; it has no tables."""

from django.apps import AppConfig


class MayIConfig(AppConfig):
    name = "ruimbaan.parts.discretion.may_i"
    label = "may_i"
