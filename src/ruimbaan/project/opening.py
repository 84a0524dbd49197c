# SPDX-License-Identifier: EUPL-1.2
"""What happens before the site answers: it refuses to open when the configuration is unsafe."""

from __future__ import annotations

import gc
import logging
import os
import threading
from io import StringIO

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
django.setup(set_prefix=False)

from ruimbaan.parts.discretion.may_i import queries as may_i  # noqa: E402
from ruimbaan.parts.routecheck import queries as routecheck  # noqa: E402
from ruimbaan.parts.trust.keys.services import keyring  # noqa: E402
from ruimbaan.parts.trust.log import services as log  # noqa: E402
from ruimbaan.parts.trust.log.connecting import close_reading  # noqa: E402
from ruimbaan.project import checks, demo  # noqa: E402

logger = logging.getLogger(__name__)
# A page leaves thousands of small things, nearly all gone without the collector: looking for the
# rest less often saves some 8 % of the processor (and costs a few megabytes).
SELDOM = (20_000, 20, 20)


def open_site() -> None:
    """Raises SystemCheckError or ImproperlyConfigured, which say what is wrong and what to do."""
    call_command(
        "check", deploy=not settings.ENVIRONMENT.demo, databases=["default"], stdout=StringIO()
    )
    if settings.ENVIRONMENT.demo:
        demo.prepare()
    checks.require_tables(connection)


def close_connections() -> None:
    """Of this thread, to data, log and keys. Before this process forks: two processes on one line to
    PostgreSQL read each other's answers, and SQLite forbids it (sqlite.org/howtocorrupt.html, 2.6)."""
    log.close()
    close_reading()
    keyring().store.close()
    connections.close_all()


def read_regions_meanwhile() -> None:
    """So that the first reader need not wait, and nor need somebody who only wants their own file
    after a restart."""
    threading.Thread(target=_read_regions, name="regions", daemon=True).start()


def _read_regions() -> None:
    try:
        routecheck.questionnaire()
        may_i.matcher()
        gc.collect()
        gc.freeze()  # what stays for ever need not be looked through again while somebody waits
        gc.set_threshold(*SELDOM)
    except Exception:  # whoever asks for a route hears it too; the rest of the site goes on
        logger.exception("The regions cannot be read")
    finally:
        connections.close_all()
