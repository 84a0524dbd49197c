# SPDX-License-Identifier: EUPL-1.2
"""Addresses without anything of the page in them: every menu has them, so each is made once."""

from __future__ import annotations

from functools import cache

from django.urls import reverse
from django.utils.translation import get_language


def address(name: str, *inside: str) -> str:
    """Of the page with this name, in the language of the reader; `inside` are the words in its
    address that differ. Raises NoReverseMatch."""
    return _address(name, get_language(), *inside)


@cache
def _address(name: str, _language: str | None, *inside: str) -> str:
    return reverse(name, args=inside)
