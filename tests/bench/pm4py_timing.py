# SPDX-License-Identifier: EUPL-1.2
"""How long PM4Py takes over the arrows of a log: seconds of the processor, the least of three runs.

Runs in an environment of its own, as tests/long/pm4py_oracle.py does, and knows nothing of Ruimbaan.

var/pm4py/bin/python tests/bench/pm4py_timing.py log.parquet 3
"""

from __future__ import annotations

import json
import resource
import sys
import warnings
from time import process_time

import pandas as pd
import pm4py

CASE, ACTIVITY, TIME = "case:concept:name", "concept:name", "time:timestamp"


def read(path):
    log = pd.read_parquet(path, columns=["case", "activity", "complete"])
    log = pm4py.format_dataframe(
        log, case_id="case", activity_key="activity", timestamp_key="complete"
    )
    return log.sort_values([CASE, TIME], kind="stable").reset_index(drop=True)


def main():
    warnings.simplefilter("ignore")
    path, times = sys.argv[1], int(sys.argv[2])
    begin = process_time()
    log = read(path)
    loaded, took, pairs = process_time() - begin, [], {}
    for _ in range(times):
        begin = process_time()
        pairs, _, _ = pm4py.discover_dfg(log)
        took.append(process_time() - begin)
    told = {"version": pm4py.__version__, "load": loaded, "follows": min(took)}
    told["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told["pairs"] = sorted([*pair, int(count)] for pair, count in pairs.items())
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
