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
        from django.db import DatabaseError

        try:
            yield
        except DomainError:  # of the keys: these say it better
            raise
        except DatabaseError as error:  # nothing was checked, so here it shows
            raise DatabaseNotReady(reason=str(error).partition("\n")[0]) from error


@contextmanager
def site_open(language: Language) -> Iterator[None]:
    """What goes wrong within is said on stderr and ends the command."""
    from ruimbaan.cli import site
    from ruimbaan.cli.problems import clear_errors

    with clear_errors(language):
        site.prepare_settings()
        site.open_site()
        yield
