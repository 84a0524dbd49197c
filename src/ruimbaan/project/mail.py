# SPDX-License-Identifier: EUPL-1.2
"""One address says through which server letters leave; a demo puts them in a folder instead."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SMTP = "django.core.mail.backends.smtp.EmailBackend"
FILES = "ruimbaan.project.mail_files.EmailBackend"
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
SHAPES = "smtp+starttls://user:password@host:587, smtps://user:password@host:465 or smtp://host:25"
SECONDS = 20  # that one letter may take


def parse(address: str, site: str, sender: str) -> dict[str, Any]:
    """Django's settings for mail: the server at this address, or a folder when there is
    none. `site` and `sender` must be known when letters really leave.

    Raises ImproperlyConfigured; the message never repeats the address, it may hold a password.
    """
    if not address:
        return {"EMAIL_BACKEND": FILES}
    parts = urlsplit(address)
    try:
        port = parts.port or PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise ImproperlyConfigured(f"RUIMBAAN_MAIL has an unknown shape. Use {SHAPES}.") from None
    if not parts.hostname:
        raise ImproperlyConfigured(f"RUIMBAAN_MAIL lacks a host. Use {SHAPES}.")
    if not (site and sender):
        raise ImproperlyConfigured("With RUIMBAAN_MAIL, set RUIMBAAN_SITE and RUIMBAAN_MAIL_FROM.")
    return {
        "EMAIL_BACKEND": SMTP,
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+starttls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": SECONDS,
    }
