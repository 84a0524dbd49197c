# SPDX-License-Identifier: EUPL-1.2
"""Django is ready before a test of this folder is read; the made-up regions are on the map."""

import django

django.setup()

from tests.filled_directory import django_db_setup, on_the_map, pytest_runtest_setup  # noqa: E402, F401
