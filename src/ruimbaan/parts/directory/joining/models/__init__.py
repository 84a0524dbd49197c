# SPDX-License-Identifier: EUPL-1.2
"""What upkeep keeps: addresses of initiatives, links to them, and work for a coordinator."""

from ruimbaan.parts.directory.joining.models.letters import Keeper, MailLink
from ruimbaan.parts.directory.joining.models.work import Attempt, Connection, Remark, Weights

__all__ = ["Attempt", "Connection", "Keeper", "MailLink", "Remark", "Weights"]
