# SPDX-License-Identifier: EUPL-1.2
"""A command that works with the site's own settings and database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ruimbaan.cli.errors import DatabaseNotReady
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Language


@contextmanager
def settings_read(language: Language) -> Iterator[None]:
    """The same for what must also work while the site cannot start: nothing is checked or made."""
    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        site.prepare_settings()
        site.read_settings()
        with _database_said():  # nothing was checked, so here it shows
            yield


@contextmanager
def site_open(language: Language) -> Iterator[None]:
    """What goes wrong within is said on stderr and ends the command."""
    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        site.prepare_settings()
        site.open_site()
        with _database_said():  # it may go away meanwhile
            yield


@contextmanager
def _database_said() -> Iterator[None]:
    """Never a traceback of the database: what stands below its first line are values of a row, and
    of data that do not fit the first line has one too."""
    from django.db import DatabaseError, DataError

    try:
        yield
    except DomainError:  # of the keys: these say it better
        raise
    except DataError as error:
        raise DatabaseNotReady(reason=type(error).__name__) from error
    except DatabaseError as error:
        raise DatabaseNotReady(reason=str(error).partition("\n")[0]) from error
