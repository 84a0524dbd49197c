# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for signing in and for sessions."""

from __future__ import annotations

from typing import Any

APPS = ("ruimbaan.parts.accounts.signing_in.apps.SigningInConfig",)
MIDDLEWARE = ("ruimbaan.parts.accounts.signing_in.guarding.Guard",)
SETTINGS: dict[str, Any] = {
    "SESSION_ENGINE": "django.contrib.sessions.backends.db",
    "LOGIN_URL": "signing_in:start",
}
