# SPDX-License-Identifier: EUPL-1.2
"""Starts the site. Knows it only by name, so that the command line stays light."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from tempfile import TemporaryDirectory

from ruimbaan.cli.errors import AddressTaken, UnsafeSettings

WSGI = "ruimbaan.project.wsgi"
SERVED = "ruimbaan.project.serving"  # the same, with maps that are kept ready
OPENING = "ruimbaan.project.opening"
SETTINGS = "ruimbaan.project.settings"


def prepare_demo() -> None:
    """What this process serves is a demo: the site makes what it needs when it opens."""
    os.environ["RUIMBAAN_DEMO"] = "1"
    prepare_settings()


def prepare_settings() -> None:
    """Lets this process work with the site's own settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)


def check_can_start(host: str, port: int) -> None:
    """Opens the site once in this process, so that what is wrong is said before anything runs.

    Raises AddressTaken or UnsafeSettings.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise AddressTaken(host=host, port=port, reason=error.strerror or error) from error
    open_site()
    import_module(OPENING).close_connections()  # the workers are forked off this process


def open_site() -> None:
    """Makes ready what the site needs: settings, checks, database. Raises UnsafeSettings."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError
    from django.db import DatabaseError

    try:
        import_module(OPENING).open_site()
    except (ImproperlyConfigured, CommandError, DatabaseError, OSError) as error:
        raise UnsafeSettings(reason=error) from error


def read_settings() -> None:
    """Settings and models, without a look at what is safe or there. Raises UnsafeSettings."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup(set_prefix=False)
    except (ImproperlyConfigured, OSError) as error:
        raise UnsafeSettings(reason=error) from error


@contextmanager
def counting_together(workers: int) -> Iterator[None]:
    """Several processes count their answers in one folder. What counts looks for it when it is read
    in, so this comes before anything of the site."""
    if workers == 1:
        yield
        return
    with TemporaryDirectory(prefix="ruimbaan-figures-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield


def run(host: str, port: int, workers: int) -> None:
    """Serves until it is stopped. A worker answers a few requests per core at the same time."""
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        f"{SERVED}:application",
        host,
        port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=2 * (os.cpu_count() or 1) + 1,
        websockets=False,
    ).serve()
