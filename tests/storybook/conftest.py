# SPDX-License-Identifier: EUPL-1.2
"""Django is ready before a test of this folder is read; the made-up regions are on the map."""

import django
import pytest

django.setup()

from tests.filled_directory import django_db_setup, on_the_map, pytest_runtest_setup  # noqa: E402, F401
from tests.parts.own_files import Person, person  # noqa: E402
from tests.storybook.desk_people import Desk, desk  # noqa: E402


@pytest.fixture
def here() -> Desk:
    return desk()


@pytest.fixture
def sterre() -> Person:
    return person()
