# SPDX-License-Identifier: EUPL-1.2
"""How soon a line to PostgreSQL that went dead is noticed.

A cable that is cut says nothing: without these the operating system goes on trying for a quarter of an
hour, and everybody who asks for a page waits as long. libpq knows these names; an address of a database
may say other values behind its question mark.
"""

from __future__ import annotations

from collections.abc import Mapping

NOTICED: Mapping[str, str] = {
    "connect_timeout": "5",  # seconds
    "tcp_user_timeout": "10000",  # milliseconds that what was sent may stay without an answer
    "keepalives_idle": "5",  # seconds of silence before it is asked whether anybody is there
    "keepalives_interval": "2",  # seconds
    "keepalives_count": "3",
}
