# SPDX-License-Identifier: EUPL-1.2
"""Where we may ask something: public addresses, and only those. A name is looked up once, all that
comes back must be public, and the connection goes to what was looked at: a name that changes its
answer in between gains nothing."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.errors import AddressRefused, NoAnswer

Resolve = Callable[[str, int], list[str]]  # the IP addresses of a host
HIDING_OTHERS = tuple(  # an IPv4 address is packed in these: what looks public need not be
    ipaddress.ip_network(found)
    for found in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)


@dataclass(frozen=True, slots=True)
class Peer:
    """A host we looked at. `ip` is where the connection goes; `path` has no slash at its end."""

    host: str
    port: int
    ip: str
    path: str
    secure: bool

    @property
    def place(self) -> Place:
        return Place(shown(self.host))


def looked_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def peer_at(address: str, *, private: bool = False, resolve: Resolve = looked_up) -> Peer:
    """`private`: the owner of this installation says that the peer stands in his own network, so
    http and private addresses will do. Raises AddressRefused or NoAnswer."""
    place = Place(shown(address))
    try:
        found = urlsplit(address)
        host, port = found.hostname, found.port
    except ValueError:
        raise AddressRefused(place, reason="URL") from None
    schemes = ("https", "http") if private else ("https",)
    if found.scheme not in schemes or not host:
        raise AddressRefused(place, reason=shown(found.scheme or address))
    if found.username or found.password or found.query or found.fragment or _odd(address):
        raise AddressRefused(place, reason="user, query, #")
    secure = found.scheme == "https"
    port = port or (443 if secure else 80)
    try:
        ips = resolve(host, port)
    except (OSError, UnicodeError):
        raise NoAnswer(place, reason=f"DNS {shown(host)}") from None
    for ip in ips:
        if not private and not is_public(ip):
            raise AddressRefused(place, reason=shown(ip))
    if not ips:
        raise NoAnswer(place, reason=f"DNS {shown(host)}")
    return Peer(host, port, ips[0], found.path.rstrip("/"), secure)


def is_public(ip: str) -> bool:
    """Whether this is an address on the open internet, and not one in disguise."""
    try:
        found = ipaddress.ip_address(ip.split("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if any(found in network for network in HIDING_OTHERS):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _odd(address: str) -> bool:
    return any(not char.isprintable() or char.isspace() for char in address)
