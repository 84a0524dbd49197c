# SPDX-License-Identifier: EUPL-1.2
"""Which fault of a database it is, for who keeps the site running."""

from __future__ import annotations


def kind_of(error: BaseException) -> str:
    """The kind of error, of the one it came from, and the code that the database gave it, as
    PostgreSQL's SQLSTATE or the name that SQLite has for it. Never its words: they may quote what
    somebody typed."""
    below = error.__cause__ or error.__context__
    names = [type(error).__name__]
    if below is not None:
        code = getattr(below, "sqlstate", None) or getattr(below, "sqlite_errorname", None)
        names += [type(below).__name__, *([str(code)] if code else [])]
    return " ".join(dict.fromkeys(names))
