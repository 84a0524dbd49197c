# SPDX-License-Identifier: EUPL-1.2
"""The second step: a code from an app, or a code for emergencies. A passkey needs none."""

from __future__ import annotations

import logging
from contextlib import suppress

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import transaction
from django.utils.crypto import constant_time_compare

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import sealed

logger = logging.getLogger("ruimbaan.signing_in")
APP, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN
EMERGENCY = Authenticator.Type.RECOVERY_CODES
SEALED = {APP: "secret", EMERGENCY: "seed"}  # where in the data
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
    """A code is good for one time, on all processes together. Of a secret that no key of the site
    opens (any more) no code is good."""
    plain = "".join(sign for sign in code if sign.isdigit())
    good = _check_app(account, plain) or _check_emergency(account, plain)
    if good and settings.SECRET_KEY_FALLBACKS:
        _renew(account)
    return good


def drop_app(account: Account) -> None:
    Authenticator.objects.filter(user=account, type=APP).delete()


def new_emergency_codes(account: Account) -> list[str]:
    """Ten codes that work once each; earlier ones no longer do."""
    Authenticator.objects.filter(user=account, type=EMERGENCY).delete()
    return list(RecoveryCodes.activate(account).generate_codes())


def emergency_codes_left(account: Account) -> int:
    """None of what cannot be opened: those no longer work."""
    row = Authenticator.objects.filter(user=account, type=EMERGENCY).first()
    try:
        return len(RecoveryCodes(row).get_unused_codes()) if row else 0
    except InvalidTag:
        return 0


@transaction.atomic
def _check_app(account: Account, code: str) -> bool:
    row = Authenticator.objects.select_for_update().filter(user=account, type=APP).first()
    try:
        counter = _counter(sealed.unseal(row.data["secret"]), code) if row else None
    except InvalidTag:
        return _unopened(account, APP)
    if row is None or counter is None or counter <= row.data.get("used", 0):
        return False
    row.data["used"] = counter
    row.save(update_fields=["data"])
    row.record_usage()
    return True


def _check_emergency(account: Account, code: str) -> bool:
    row = Authenticator.objects.filter(user=account, type=EMERGENCY).first()
    try:
        return bool(row and code and RecoveryCodes(row).validate_code(code))
    except InvalidTag:
        return _unopened(account, EMERGENCY)


def _unopened(account: Account, kind: str) -> bool:
    """An earlier key of the site was taken out too early, or is another one."""
    logger.warning("event=unopened what=%s account=%s", kind, account.pk)
    return False


@transaction.atomic
def _renew(account: Account) -> None:
    """Everything under the newest key of the site, so that earlier ones are no longer needed."""
    rows = Authenticator.objects.select_for_update().filter(user=account, type__in=SEALED)
    for row in rows.order_by("id"):
        field = SEALED[row.type]
        with suppress(InvalidTag):  # stays as it is: it was told when a code was tried
            renewed = sealed.renew(row.data[field])
            if renewed != row.data[field]:
                row.data[field] = renewed
                row.save(update_fields=["data"])


def _counter(secret: str, code: str) -> int | None:
    """Which half minute this code belongs to; the one before and the one after count as well."""
    for counter in yield_hotp_counters_from_time():
        if constant_time_compare(format_hotp_value(hotp_value(secret, counter)), code):
            return int(counter)
    return None
