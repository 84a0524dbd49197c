# SPDX-License-Identifier: EUPL-1.2
"""Agreements between organisations, letters of mandate, and room that was promised."""

from ruimbaan.parts.discretion.agreeing.models.agreement import (
    Agreement,
    ShareRecord,
    Touched,
    TouchRecord,
    VersionRecord,
)
from ruimbaan.parts.discretion.agreeing.models.promised import (
    HolderName,
    LetterRecord,
    PromiseRecord,
)

__all__ = [
    "Agreement",
    "HolderName",
    "LetterRecord",
    "PromiseRecord",
    "ShareRecord",
    "TouchRecord",
    "Touched",
    "VersionRecord",
]
