# SPDX-License-Identifier: EUPL-1.2
"""All kinds of finding by their code."""

from __future__ import annotations

from ruimbaan.analytics.events import kinds_cases, kinds_missing, kinds_names, kinds_times
from ruimbaan.analytics.events.kinds import Kind

ROW_KINDS: tuple[Kind, ...] = (*kinds_missing.KINDS, *kinds_times.KINDS, *kinds_names.KINDS)
KINDS: dict[str, Kind] = {kind.code: kind for kind in (*ROW_KINDS, *kinds_cases.KINDS)}
