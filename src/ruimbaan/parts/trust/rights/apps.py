# SPDX-License-Identifier: EUPL-1.2
"""The rights of a person as a Django app."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "ruimbaan.parts.trust.rights"
    label = "trust_rights"
