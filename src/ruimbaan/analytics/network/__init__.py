# SPDX-License-Identifier: EUPL-1.2
"""How organisations hang together, in an event log: who hands over to whom, and what would come
apart when one of them was gone. About the whole and its joints; organisations are never ranked."""

from ruimbaan.analytics.network.answer import Network, network_of
from ruimbaan.analytics.network.known import known_organisations
from ruimbaan.analytics.network.measures import Joint

__all__ = ["Joint", "Network", "known_organisations", "network_of"]
