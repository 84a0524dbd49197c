# SPDX-License-Identifier: EUPL-1.2
"""The database of the tests, with the made-up regions on the map as a demo has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone

from ruimbaan.parts.directory.geography import services as geography
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.directory.services import fill_from_files


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Filled once; each test leaves it as it was."""
    with django_db_blocker.unblock():
        _fill()
        yield


@pytest.fixture(autouse=True)
def on_the_map(db: None) -> None:
    """Every page asks the directory. A test that empties the tables at its end leaves nothing for
    the next one: then it is filled again."""
    if not DirectoryState.objects.exists():
        _fill()


def _fill() -> None:
    for region in list_names():
        fill_from_files(region, timezone.now())
        geography.fill_from_files(region, timezone.now())
