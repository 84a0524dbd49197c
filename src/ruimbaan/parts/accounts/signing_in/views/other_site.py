# SPDX-License-Identifier: EUPL-1.2
"""To the sign-in of an organisation, and back.

The way back begins at another site, and then a browser does not send our strict cookie along. So
what we must remember goes in a cookie of its own, signed, ten minutes, for these pages only; and
the last step is a page of ours that leads on.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
from http import HTTPStatus

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from ruimbaan.parts.accounts.signing_in import pending, second_step
from ruimbaan.parts.accounts.signing_in.entering import see, too_many
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.other_site import client, linking, tokens
from ruimbaan.parts.accounts.signing_in.other_site.errors import OtherSiteError
from ruimbaan.parts.accounts.signing_in.services import home_of, safe_next, sign_in
from ruimbaan.parts.accounts.signing_in.telling import Event, tell

COOKIE, SALT = "other_site", "ruimbaan.other-site"
LASTS = 600  # seconds
PATH = "/"  # the Dutch and the English pages
logger = logging.getLogger(__name__)


@require_safe
def go(request: HttpRequest) -> HttpResponse:
    if not settings.OIDC.issuer:
        raise Http404
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    digest = hashlib.sha256(verifier.encode()).digest()
    try:
        page = str(client.about(settings.OIDC.issuer)["authorization_endpoint"])
    except (OtherSiteError, KeyError) as error:
        return _failed(request, str(error))
    fields = {
        "response_type": "code",
        "scope": "openid email",
        "client_id": settings.OIDC.client,
        "redirect_uri": _back(request),
        "state": state,
        "nonce": nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    response = see(f"{page}{'&' if '?' in page else '?'}{urlencode(fields)}")
    kept = {
        "state": state,
        "nonce": nonce,
        "verifier": verifier,
        "next": safe_next(request, request.GET.get("next", "")),
    }
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=SALT),
        max_age=LASTS,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_safe
def back(request: HttpRequest) -> HttpResponse:
    if not settings.OIDC.issuer:
        raise Http404
    now = timezone.now()
    stopped = too_many(request, "", now)
    if stopped:
        return stopped
    try:
        kept = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS)
        if not constant_time_compare(kept["state"], request.GET.get("state", "")):
            return _failed(request, "another state")
        claims = _claims(request, kept)
    except (signing.BadSignature, OtherSiteError, KeyError) as error:
        return _failed(request, f"{type(error).__name__} {error}")
    account = linking.account_of(claims, now)
    if account is None:
        tell(request, Event.WRONG, how=How.OTHER_SITE)
        return _page(request, "signing_in/other_site_unknown.html", HTTPStatus.FORBIDDEN)
    strong = linking.is_strong(claims)
    if not strong and second_step.has_any(account):
        pending.keep(request, account, How.OTHER_SITE, kept["next"], now)
        tell(request, Event.SECOND_ASKED, how=How.OTHER_SITE, account=account.pk)
        to = reverse("signing_in:second")
    else:
        sign_in(request, account, How.OTHER_SITE, second_step=strong)
        to = kept["next"] or home_of(account)
    return _page(request, "signing_in/other_site_in.html", HTTPStatus.OK, to=to)


def _claims(request: HttpRequest, kept: dict[str, str]) -> tokens.Claims:
    fields = {
        "code": request.GET.get("code", ""),
        "redirect_uri": _back(request),
        "code_verifier": kept["verifier"],
    }
    issuer = settings.OIDC.issuer
    return tokens.read(
        client.id_token(issuer, settings.OIDC.client, settings.OIDC.secret, fields),
        client.keys(issuer),
        issuer=issuer,
        client=settings.OIDC.client,
        nonce=kept["nonce"],
        now=timezone.now(),
    )


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri("/inloggen/werk/terug")


def _failed(request: HttpRequest, why: str) -> HttpResponse:
    logger.warning("Signing in at another site failed: %s", why)
    tell(request, Event.WRONG, how=How.OTHER_SITE)
    return _page(request, "signing_in/other_site_failed.html", HTTPStatus.UNPROCESSABLE_ENTITY)


def _page(request: HttpRequest, template: str, status: HTTPStatus, **values: str) -> HttpResponse:
    response = render(request, template, values, status=status)
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
    return response
