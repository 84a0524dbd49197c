# SPDX-License-Identifier: EUPL-1.2
"""The file of colours that RUIMBAAN_THEME names; a site with colours that nobody can read stays shut."""

from __future__ import annotations

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.ui.theme.reading import Theme, demand_contrast, from_file, parse


def read(path: str) -> Theme:
    """Our own colours without a path. Raises ImproperlyConfigured."""
    if not path:
        return parse("")
    try:
        found = from_file(Path(path))
        demand_contrast(found)
    except DomainError as error:
        told = error.explain("en")
        raise ImproperlyConfigured(f"RUIMBAAN_THEME: {told.cause} {told.advice}") from error
    return found
