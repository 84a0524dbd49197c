# SPDX-License-Identifier: EUPL-1.2
"""What the command line and other parts ask of advice about rules, and of what other regions told."""

from ruimbaan.parts.advice.keys import key_of_this_site, known_signers, trust_signer
from ruimbaan.parts.advice.known import known_in
from ruimbaan.parts.advice.presentation.beside import (
    Beside,
    agreements_of_others,
    blocks_of_others,
)
from ruimbaan.parts.advice.taking_in import looked_at, take_in
from ruimbaan.parts.advice.telling import parcel_of

__all__ = [
    "Beside",
    "agreements_of_others",
    "blocks_of_others",
    "key_of_this_site",
    "known_in",
    "known_signers",
    "looked_at",
    "parcel_of",
    "take_in",
    "trust_signer",
]
