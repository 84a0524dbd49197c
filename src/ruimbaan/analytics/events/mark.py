# SPDX-License-Identifier: EUPL-1.2
"""What we write beside a log that we put in order ourselves, so that it need not be judged again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from ruimbaan.analytics.events.catalogue import KINDS
from ruimbaan.analytics.events.checking import Finding, Report
from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.precision import Precision

KEY = "ruimbaan"
LAYOUT = 1  # goes up when what we write changes


@dataclass(frozen=True, slots=True)
class Mark:
    """`sizes` are the rows of each table. The report is the one of the source: what was set aside
    there is told here too."""

    precision: Precision
    declared: bool
    roles: tuple[Role, ...]
    report: Report
    sizes: Mapping[str, int]
    activities: tuple[str, ...] = ()

    def text(self) -> str:
        """JSON, with a digest of all of it."""
        told = {
            "layout": LAYOUT,
            "precision": self.precision.value,
            "declared": self.declared,
            "roles": [role.value for role in self.roles],
            "read": self.report.read,
            "set_aside": self.report.set_aside,
            "repaired": self.report.repaired,
            "findings": [
                [found.kind.code, found.count, list(found.rows), found.found]
                for found in self.report.findings
            ],
            "sizes": dict(self.sizes),
            "activities": list(self.activities),
        }
        return json.dumps(told | {"digest": _digest(told)}, ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> Mark | None:
        """None when it is of another layout, or is not as we wrote it."""
        try:
            told = json.loads(text)
            digest = told.pop("digest")
            if told["layout"] != LAYOUT or digest != _digest(told):
                return None
            findings = tuple(
                Finding(KINDS[code], count, tuple(rows), found)
                for code, count, rows, found in told["findings"]
            )
            return cls(
                precision=Precision(told["precision"]),
                declared=told["declared"],
                roles=tuple(map(Role, told["roles"])),
                report=Report(told["read"], told["set_aside"], told["repaired"], findings),
                sizes=told["sizes"],
                activities=tuple(told["activities"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


def _digest(told: Mapping[str, object]) -> str:
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
