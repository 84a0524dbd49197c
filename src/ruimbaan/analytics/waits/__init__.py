# SPDX-License-Identifier: EUPL-1.2
"""What people wait for, in an event log: the time from being ready to beginning, by cause.

The causes and which goes first are those of Lashkevich, Milani, Chapela-Campa, Suvorau and Dumas
(2022, arXiv 2212.01392; 2023, CAiSE, doi 10.1007/978-3-031-34560-9_11): batching, contention,
prioritization, unavailability, extraneous. What is extraneous is split by what was open meanwhile.
"""

from ruimbaan.analytics.waits.answer import CauseOfWaiting, Waits, waits_of
from ruimbaan.analytics.waits.open_items import KINDS, OpenItem, open_item

__all__ = ["KINDS", "CauseOfWaiting", "OpenItem", "Waits", "open_item", "waits_of"]
