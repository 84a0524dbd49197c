# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for signing in and for sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from ruimbaan.project.environment import Environment

APPS = (
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "ruimbaan.parts.accounts.signing_in.apps.SigningInConfig",
)
MIDDLEWARE = (
    "allauth.account.middleware.AccountMiddleware",  # hands the request to the passkey ceremony
    "ruimbaan.parts.accounts.signing_in.guarding.Guard",
)
SETTINGS: dict[str, Any] = {
    "SESSION_ENGINE": "ruimbaan.parts.accounts.signing_in.quick_sessions",
    "AUTHENTICATION_BACKENDS": ["ruimbaan.parts.accounts.signing_in.backends.AccountBackend"],
    "SESSION_COOKIE_AGE": 36_000,  # seconds; the guard ends a session sooner
    "LOGIN_URL": "signing_in:start",
    "PASSWORD_HASHERS": ["ruimbaan.parts.accounts.signing_in.hashing.Argon2Limited"],
    "AUTH_PASSWORD_VALIDATORS": [
        {
            "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
            "OPTIONS": {"min_length": 12},
        },
        {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
        {"NAME": "ruimbaan.parts.accounts.signing_in.guessable.Guessable"},
        {
            "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
            "OPTIONS": {"user_attributes": ("code_name", "email", "called")},
        },
    ],
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": "code_name",
    "ACCOUNT_USER_MODEL_EMAIL_FIELD": "email",
    "MFA_ADAPTER": "ruimbaan.parts.accounts.signing_in.adapters.SecondSteps",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_WEBAUTHN_USER_VERIFICATION": "required",  # a passkey counts as two steps only then
    "MFA_TOTP_TOLERANCE": 1,  # half minutes before and after, for a clock that is off
}


@dataclass(frozen=True, slots=True)
class OtherSite:
    """The sign-in of an organisation, over OpenID Connect. Without `issuer` there is none."""

    issuer: str
    client: str
    secret: str
    name: str


def other_site(environment: Environment) -> OtherSite:
    """Raises ImproperlyConfigured when half of it is set."""
    found = OtherSite(
        environment.oidc_issuer,
        environment.oidc_client,
        environment.oidc_secret,
        environment.oidc_name,
    )
    if any((found.issuer, found.client, found.secret)) and not all(
        (found.issuer, found.client, found.secret, found.name)
    ):
        raise ImproperlyConfigured(
            "Set RUIMBAAN_OIDC_ISSUER, _CLIENT, _SECRET and _NAME, or none of the four."
        )
    return found
