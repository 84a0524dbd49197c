# SPDX-License-Identifier: EUPL-1.2
"""The documentation as an app."""

from django.apps import AppConfig


class DocumentationConfig(AppConfig):
    name = "ruimbaan.parts.documentation"
    label = "documentation"
