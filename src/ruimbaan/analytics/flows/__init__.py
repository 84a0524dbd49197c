# SPDX-License-Identifier: EUPL-1.2
"""What follows what in a log, who hands to whom, and how long that takes.

`tables` keeps two tables beside the events, `transition` and `handoff`, renewed for the cases that
changed; every figure is a grouping of these. All of it are Ibis expressions, so another engine than
DuckDB gives the same counts.
"""

from ruimbaan.analytics.flows.answer import (
    Flow,
    Flows,
    OrderKnown,
    flows_of,
    kept_tables,
    order_known,
)
from ruimbaan.analytics.flows.tables import FlowTables

__all__ = ["Flow", "FlowTables", "Flows", "OrderKnown", "flows_of", "kept_tables", "order_known"]
