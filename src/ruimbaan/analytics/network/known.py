# SPDX-License-Identifier: EUPL-1.2
"""The organisations that exist in a region, whether or not a log knows them: one name on a line."""

from __future__ import annotations

from pathlib import Path

from ruimbaan.analytics.network.errors import KnownUnreadable
from ruimbaan.core.kernel.texts import Text

NOT_UTF8 = Text("geen tekst in UTF-8", "not text in UTF-8")
EMPTY = Text("er staat geen naam in", "it holds no name")


def known_organisations(path: Path) -> frozenset[str]:
    """Raises KnownUnreadable. Empty lines, and lines that begin with #, do not count."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise KnownUnreadable(file=path.name, reason=NOT_UTF8) from None
    except OSError as error:
        raise KnownUnreadable(file=path.name, reason=error.strerror or error) from None
    names = frozenset(line.strip() for line in lines if line.strip()[:1] not in ("", "#"))
    if not names:
        raise KnownUnreadable(file=path.name, reason=EMPTY)
    return names
