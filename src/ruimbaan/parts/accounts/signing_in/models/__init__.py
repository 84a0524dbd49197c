# SPDX-License-Identifier: EUPL-1.2
"""What signing in keeps: sessions, codes on paper, links to other sites, how often was tried."""

from ruimbaan.parts.accounts.signing_in.models.other_site import OtherSiteLink
from ruimbaan.parts.accounts.signing_in.models.paper import PaperCode
from ruimbaan.parts.accounts.signing_in.models.session import SessionRecord
from ruimbaan.parts.accounts.signing_in.models.tries import Tries

__all__ = ["OtherSiteLink", "PaperCode", "SessionRecord", "Tries"]
