# SPDX-License-Identifier: EUPL-1.2
"""The own space of a close one as a Django app."""

from django.apps import AppConfig


class CloseOneConfig(AppConfig):
    name = "ruimbaan.parts.journey.close_one"
    label = "close_one"
