# SPDX-License-Identifier: EUPL-1.2
"""A browser without a screen that is signed in, through the site's own way in."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import sign_in


def visitor(account: Account | None = None, how: How = How.PASSKEY) -> Client:
    client = Client()
    if account is None:
        return client
    request = RequestFactory().get("/inloggen")
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.user = AnonymousUser()
    sign_in(request, account, how)
    request.session.save()
    assert request.session.session_key is not None
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client
