# SPDX-License-Identifier: EUPL-1.2
"""From which network address a request came, as far as a count of tries needs it."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def where_from(request: HttpRequest) -> str:
    """The address of who asks. A proxy in front writes it last in X-Forwarded-For; of a wide
    address the half that belongs to one connection counts."""
    found = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        found = request.headers.get("X-Forwarded-For", found).rsplit(",", 1)[-1].strip()
    try:
        address = ip_address(found)
    except ValueError:
        return found
    if not isinstance(address, IPv6Address):
        return found
    if address.ipv4_mapped is not None:  # how a server that listens to both writes the other one
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))
