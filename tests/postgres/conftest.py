# SPDX-License-Identifier: EUPL-1.2
"""Django is ready before a test of this folder is read. These tests need PostgreSQL itself."""

import django

django.setup()
