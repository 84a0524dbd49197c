# SPDX-License-Identifier: EUPL-1.2
"""Django is ready before a test of this folder is read. These tests need PostgreSQL itself."""

from collections.abc import Iterator

import django
import pytest

django.setup()

from ruimbaan.parts.trust.log import services as access_log  # noqa: E402


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    yield
    access_log.close()  # PostgreSQL removes no database that somebody still has open
