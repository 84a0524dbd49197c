# SPDX-License-Identifier: EUPL-1.2
"""Links as an app of its own: its table moves apart."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "ruimbaan.parts.trust.links"
    label = "trust_links"
