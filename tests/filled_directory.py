# SPDX-License-Identifier: EUPL-1.2
"""The database of the tests, with the made-up regions on the map as a demo has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from ruimbaan.parts.directory.geography import services as geography
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.directory.services import fill_from_files
from ruimbaan.parts.trust.log import services as access_log


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Filled once; each test leaves it as it was. Every folder that takes this over runs it for
    itself: a writer that another folder began still writes in the log of that folder."""
    with django_db_blocker.unblock():
        access_log.close()
        settings.ACCESS_LOG = str(tmp_path_factory.mktemp("access") / "access.sqlite3")
        if not DirectoryState.objects.exists():
            _fill()
        yield
        access_log.close()  # PostgreSQL removes no database that somebody still has open


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
