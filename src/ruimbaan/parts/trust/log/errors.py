# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with the access log: RB-TRUST-030 and on."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class LogDown(DomainError):
    """The row is not on disk, so nothing may be shown. Becomes the page "even niet"."""

    code = "RB-TRUST-030"
    cause = Text(
        "Het logboek kan nu niet worden bijgewerkt.", "The access log cannot be written now."
    )
    advice = Text(
        "Kijk of de schijf vol is en of de database draait. Het herstelt vanzelf.",
        "Check whether the disk is full and the database runs. It recovers by itself.",
    )
