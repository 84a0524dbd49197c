# SPDX-License-Identifier: EUPL-1.2
"""What the command line asks of advice about rules."""

from ruimbaan.parts.advice.known import known_in

__all__ = ["known_in"]
