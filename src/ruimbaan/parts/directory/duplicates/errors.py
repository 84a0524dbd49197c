# SPDX-License-Identifier: EUPL-1.2
"""Why a pair cannot be judged: RB-KRT-090 and 091."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NoSuchService(DomainError):
    code = "RB-KRT-090"
    cause = Text(
        'In {region} is geen dienst "{name}".', 'There is no service "{name}" in {region}.'
    )
    advice = Text(
        "`ruimbaan directory duplicates --region {region}` noemt de kenmerken.",
        "`ruimbaan directory duplicates --region {region}` has the ids.",
    )


class OneAndTheSame(DomainError):
    code = "RB-KRT-091"
    cause = Text('"{name}" is één en dezelfde dienst.', '"{name}" is one and the same service.')
    advice = Text("Noem er twee die verschillen.", "Name two that differ.")
