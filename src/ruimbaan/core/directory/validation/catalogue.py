# SPDX-License-Identifier: EUPL-1.2
"""Every kind of finding there is, in the order of the codes."""

from __future__ import annotations

from ruimbaan.core.directory.validation import kinds_kept, kinds_profile, kinds_refused
from ruimbaan.core.directory.validation.finding import FindingKind


def kinds() -> tuple[FindingKind, ...]:
    found = {
        value.code: value
        for room in (kinds_refused, kinds_kept, kinds_profile)
        for value in vars(room).values()
        if isinstance(value, FindingKind)
    }
    return tuple(found[code] for code in sorted(found))
