# SPDX-License-Identifier: EUPL-1.2
"""Event logs of researchers and of single organisations: read, looked at, put in order.

A file is read as texts (`reading`), its rows are judged by one catalogue (`kinds`, `checking`),
and what can be used becomes the table `event`, sorted by case, moment and stored order (`log`).
Nothing is dropped in silence: a row that is set aside or repaired is counted and can be listed.
"""

from ruimbaan.analytics.events.checking import Finding, Report
from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.log import EventLog
from ruimbaan.analytics.events.moments import DayOrder
from ruimbaan.analytics.events.opening import open_log
from ruimbaan.analytics.events.precision import Precision
from ruimbaan.analytics.events.reading import Asked

__all__ = [
    "Asked",
    "DayOrder",
    "EventLog",
    "Finding",
    "Precision",
    "Report",
    "Role",
    "open_log",
]
