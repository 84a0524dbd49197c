# SPDX-License-Identifier: EUPL-1.2
"""Nobody keeps the site busy alone: how fast one network address may ask for pages that are for
everybody and cost work. Signing in has limits of its own; so has each letter we send.

Many people may share an address: a library, a shelter, a telephone provider. So there is room for a
room full of people, and numbers for help and the quick way out are never counted. Counts stand in
the memory of each process and nowhere else, under a digest whose key is gone when it ends: a public
page costs no write. With several processes somebody may ask that many times more.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import blake2b
from ipaddress import ip_address
from math import ceil

from django.http import HttpRequest, HttpResponse

from ruimbaan.parts.directory.api import hsds, v1
from ruimbaan.parts.directory.api.problems import too_many_questions
from ruimbaan.project.buckets import Buckets
from ruimbaan.project.errors import too_many
from ruimbaan.ui.origin import where_from

Handler = Callable[[HttpRequest], HttpResponse]
INTERFACES = {one.api.urls_namespace: one.VERSION for one in (hsds, v1)}
PAGES = frozenset(
    {
        *("routecheck", "directory", "geography", "network", "rulebook", "joining"),
        *("may_i", "agreeing", "surroundings", "storybook", "frictions", "documentation"),
    }
)
HEAVY = {  # turns; any other page takes one
    "routecheck:routes": 5,
    "routecheck:paper": 5,
    "routecheck:compare": 5,
    "routecheck:why": 5,
    "routecheck:map": 5,
    "surroundings:helped": 60,  # ten at once from one address, then ten a minute
    "frictions:report": 20,  # its questions too: fifteen reports at once, then fifteen a minute
}
AT_ONCE, A_SECOND = 600, 10  # turns
MOST_ADDRESSES = 20_000  # some megabytes
_KEY = os.urandom(32)
buckets = Buckets(AT_ONCE, A_SECOND, MOST_ADDRESSES)


class Pace:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        found = request.resolver_match
        if found is None or found.namespace not in PAGES | INTERFACES.keys():
            return None
        who = asker(where_from(request))
        if who is None:
            return None
        seconds = ceil(buckets.take(who, HEAVY.get(found.view_name, 1), time.monotonic()))
        if not seconds:
            return None
        if found.namespace in INTERFACES:
            return too_many_questions(request, seconds, INTERFACES[found.namespace])
        return too_many(request, seconds)


def asker(address: str) -> bytes | None:
    """None for an address that is not of the public internet: that is a proxy which does not say for
    whom it asks, or somebody of the own network."""
    try:
        if not ip_address(address).is_global:
            return None
    except ValueError:
        return None
    return blake2b(address.encode(), key=_KEY, digest_size=16).digest()
