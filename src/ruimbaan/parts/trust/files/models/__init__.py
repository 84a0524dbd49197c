# SPDX-License-Identifier: EUPL-1.2
"""Files and the grants on them."""

from ruimbaan.parts.trust.files.models.grant import GrantRecord
from ruimbaan.parts.trust.files.models.journey import Journey

__all__ = ["GrantRecord", "Journey"]
