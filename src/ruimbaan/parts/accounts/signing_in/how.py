# SPDX-License-Identifier: EUPL-1.2
"""In what way somebody proved who it is, and how strong that is."""

from __future__ import annotations

from enum import StrEnum


class How(StrEnum):
    PASSKEY = "passkey"
    PASSWORD = "password"  # noqa: S105 - a way, no secret
    MAILED_CODE = "mailed_code"
    PAPER_CODE = "paper_code"
    NEW = "new"  # just registered
    OTHER_SITE = "other_site"  # the sign-in of an organisation, over OpenID Connect
    IN_PERSON = "in_person"  # recovery by two workers
    DEMO = "demo"


STRONG = frozenset({How.PASSKEY, How.DEMO})
"""Enough by itself for who works somewhere; after any other way a second step is needed."""
