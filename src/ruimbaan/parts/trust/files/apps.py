# SPDX-License-Identifier: EUPL-1.2
"""Files and grants as an app of their own: their tables move apart."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "ruimbaan.parts.trust.files"
    label = "trust_files"
