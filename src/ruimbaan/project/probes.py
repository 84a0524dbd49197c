# SPDX-License-Identifier: EUPL-1.2
"""What machines ask of the site: does it live (`/healthz`), may it get visitors (`/readyz`), and how
does it go (`/metrics`)?

Answered before Django looks at the name under which it was called: who asks stands beside the site
and knows its number only. The first two say one word. The third is for whoever knows the token.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, close_old_connections, connection

from ruimbaan.project import checks

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PLAIN = "text/plain; charset=utf-8"
Answer = tuple[HTTPStatus, str, bytes]


class Probes:
    """The site, with three addresses for machines in front of it."""

    def __init__(self, site: WSGIApplication) -> None:
        self.site = site
        self.complete = False

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        asked: dict[str, Callable[[WSGIEnvironment], Answer | None]] = {
            "/healthz": self.lives,
            "/readyz": self.ready,
            "/metrics": self.metrics,
        }
        ask = asked.get(environ["PATH_INFO"])
        answer = ask(environ) if ask and environ["REQUEST_METHOD"] in {"GET", "HEAD"} else None
        if answer is None:
            return self.site(environ, start)
        status, kind, body = answer
        headers = [("Content-Type", kind), ("Content-Length", str(len(body)))]
        start(f"{status.value} {status.phrase}", [*headers, ("Cache-Control", "no-store")])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def lives(self, environ: WSGIEnvironment) -> Answer:  # noqa: ARG002 - all are asked alike
        return HTTPStatus.OK, PLAIN, b"ok\n"

    def ready(self, environ: WSGIEnvironment) -> Answer:  # noqa: ARG002
        """Only with a database that answers and has every table; once it had them it keeps them."""
        close_old_connections()
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            if not self.complete:
                checks.require_tables(connection)
                self.complete = True
        except (DatabaseError, ImproperlyConfigured):
            return HTTPStatus.SERVICE_UNAVAILABLE, PLAIN, b"not yet\n"
        finally:
            connection.close()
        return HTTPStatus.OK, PLAIN, b"ready\n"

    def metrics(self, environ: WSGIEnvironment) -> Answer | None:
        """None, so "not found" as any address that is not there, for who does not know the token."""
        token = settings.METRICS_TOKEN
        given = environ.get("HTTP_AUTHORIZATION", "")
        if not token or not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            return None
        from ruimbaan.project import metrics

        try:
            return HTTPStatus.OK, metrics.KIND, metrics.text()
        finally:
            connection.close()
