# SPDX-License-Identifier: EUPL-1.2
"""What regions tell each other about rules, as a signed file."""

from ruimbaan.integrations.rule_exchange.reading import Signed, read_file
from ruimbaan.integrations.rule_exchange.signing import (
    Signer,
    own_key,
    read_signers,
    trust,
    written_key,
)
from ruimbaan.integrations.rule_exchange.writing import write_file

__all__ = [
    "Signed",
    "Signer",
    "own_key",
    "read_file",
    "read_signers",
    "trust",
    "write_file",
    "written_key",
]
