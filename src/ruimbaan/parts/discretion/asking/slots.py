# SPDX-License-Identifier: EUPL-1.2
"""Whose a row is, without saying so: a row carries a name that only the key of its owner makes, another
one for each row. Who has the table and not the key cannot tell whose a row is, nor how many there are
of one owner."""

from __future__ import annotations

import secrets
from typing import TypeVar
from uuid import UUID

from django.db.models import Model

from ruimbaan.core.discretion.asking_errors import TooManyOpen
from ruimbaan.parts.trust.services import KeyGone, tags

RowT = TypeVar("RowT", bound=Model)
MOST = 200  # rows of one owner
TRIES = 5  # when two take the same free name at the same moment


def found(model: type[RowT], column: str, owner: UUID) -> list[RowT]:
    """The rows of this owner; none when there never was a key, or it is gone."""
    try:
        names = _names(model, column, owner)
    except KeyGone:
        return []
    return list(model._default_manager.filter(**{f"{column}__in": names}))


def free(model: type[Model], column: str, owner: UUID) -> str:
    """The first name of this owner that no row has yet. Two at once may get the same: the table then
    refuses the second. Raises KeyGone, TooManyOpen."""
    names = _names(model, column, owner)
    rows = model._default_manager.filter(**{f"{column}__in": names})
    taken = set(rows.values_list(column, flat=True))
    for name in names:
        if name not in taken:
            return name
    raise TooManyOpen(most=MOST)


def nobody() -> str:
    """Looks like any other and is of nobody."""
    return secrets.token_hex(32)


def _names(model: type[Model], column: str, owner: UUID) -> list[str]:
    table = model._meta.db_table
    return tags(owner, (f"{table}.{column}:{number}" for number in range(MOST)))
