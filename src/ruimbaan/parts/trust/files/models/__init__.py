# SPDX-License-Identifier: EUPL-1.2
"""Files, whom their owners know, and the grants on them."""

from ruimbaan.parts.trust.files.models.acquaintance import Acquaintance
from ruimbaan.parts.trust.files.models.grant import GrantRecord
from ruimbaan.parts.trust.files.models.journey import Journey

__all__ = ["Acquaintance", "GrantRecord", "Journey"]
