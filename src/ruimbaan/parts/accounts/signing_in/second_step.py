# SPDX-License-Identifier: EUPL-1.2
"""The second step: a code from an app, or a code for emergencies. A passkey needs none."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import transaction
from django.utils.crypto import constant_time_compare

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import sealed

APP, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN
new_secret = generate_totp_secret


def has_any(account: Account) -> bool:
    return bool(Authenticator.objects.filter(user=account, type__in=(APP, PASSKEY)).exists())


def has_app(account: Account) -> bool:
    return bool(Authenticator.objects.filter(user=account, type=APP).exists())


def set_app(account: Account, secret: str, code: str) -> bool:
    """The app shows the right code for this secret: from now on it counts. It replaces another."""
    counter = _counter(secret, code)
    if counter is None:
        return False
    Authenticator.objects.update_or_create(
        user=account, type=APP, defaults={"data": {"secret": sealed.seal(secret), "used": counter}}
    )
    return True


def check(account: Account, code: str) -> bool:
    """A code is good for one time, on all processes together."""
    plain = "".join(sign for sign in code if sign.isdigit())
    return _check_app(account, plain) or _check_emergency(account, plain)


def drop_app(account: Account) -> None:
    Authenticator.objects.filter(user=account, type=APP).delete()


def new_emergency_codes(account: Account) -> list[str]:
    """Ten codes that work once each; earlier ones no longer do."""
    Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).delete()
    return list(RecoveryCodes.activate(account).generate_codes())


def emergency_codes_left(account: Account) -> int:
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(RecoveryCodes(row).get_unused_codes()) if row else 0


@transaction.atomic
def _check_app(account: Account, code: str) -> bool:
    row = Authenticator.objects.select_for_update().filter(user=account, type=APP).first()
    secret = sealed.unseal(row.data["secret"]) if row else ""
    counter = _counter(secret, code) if row else None
    if row is None or counter is None or counter <= row.data.get("used", 0):
        return False
    row.data["used"] = counter
    row.data["secret"] = sealed.seal(secret)  # under the newest key of the site
    row.save(update_fields=["data"])
    row.record_usage()
    return True


def _check_emergency(account: Account, code: str) -> bool:
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return bool(row and code and RecoveryCodes(row).validate_code(code))


def _counter(secret: str, code: str) -> int | None:
    """Which half minute this code belongs to; the one before and the one after count as well."""
    for counter in yield_hotp_counters_from_time():
        if constant_time_compare(format_hotp_value(hotp_value(secret, counter)), code):
            return int(counter)
    return None
