# SPDX-License-Identifier: EUPL-1.2
"""What PM4Py says of a log. Runs in an environment of its own: PM4Py is AGPL, and nothing of it is
ever imported by Ruimbaan or beside it. Knows nothing of Ruimbaan either.

echo '[{"file": "log.csv", "case": "client", …}]' | python tests/long/pm4py_oracle.py
"""

from __future__ import annotations

import json
import sys
import warnings

import pandas as pd
import pm4py
from pm4py.algo.discovery.dfg.adapters.pandas.df_statistics import get_dfg_graph
from pm4py.statistics.traces.generic.pandas import case_statistics

CASE, ACTIVITY, TIME, START = "case:concept:name", "concept:name", "time:timestamp", "@start"
DAY = 86_400


def read(asked):
    """A log as PM4Py itself reads it: in order of case, time and place in the file."""
    file, start = asked["file"], asked.get("start")
    if file.endswith(".xes"):
        log = pm4py.convert_to_dataframe(pm4py.read_xes(file))
    elif file.endswith(".jsonocel"):
        log = pm4py.ocel_flattening(pm4py.read_ocel2_json(file), asked["case"])
    else:
        log = pd.read_csv(file, dtype=str)
        if start:
            log[START] = pd.to_datetime(log[start], utc=True, format="ISO8601")
        log[asked["complete"]] = pd.to_datetime(log[asked["complete"]], utc=True, format="ISO8601")
        log = pm4py.format_dataframe(
            log,
            case_id=asked["case"],
            activity_key=asked["activity"],
            timestamp_key=asked["complete"],
        )
    for column in {TIME, START} & set(log.columns):
        log[column] = log[column].dt.tz_convert("UTC").dt.tz_localize(None)  # PM4Py mixes them up
    log["@place"] = range(len(log)) if "@@index" not in log else log["@@index"]
    return log.sort_values([CASE, TIME, "@place"], kind="stable").reset_index(drop=True)


def transitions(log, start):
    counts, days = get_dfg_graph(
        log.copy(),
        measure="both",
        perf_aggregation_key="all",
        start_timestamp_key=START if start else None,
        sort_caseid_required=False,
    )
    plain, _, _ = pm4py.discover_dfg(log.copy())
    if not start:
        assert dict(plain) == dict(counts)
    return [
        [*pair, int(n), days[pair]["mean"] / DAY, days[pair]["median"] / DAY]
        for pair, n in sorted(counts.items())
    ]


def handovers(log, key):
    pairs = int((log.groupby(CASE).size() - 1).sum())
    if not pairs:
        return []  # PM4Py stops on such a log
    network = pm4py.discover_handover_of_work_network(log.copy(), resource_key=key)
    return [[*pair, round(share * pairs)] for pair, share in sorted(network.connections.items())]


def durations(log, start):
    if start:  # PM4Py takes one time of each event here: each start is an event too, then
        begun = log.assign(**{TIME: log[START]})
        log = pd.concat([log, begun]).sort_values([CASE, TIME], kind="stable")
    keys = case_statistics.Parameters
    return sorted(
        seconds / DAY
        for seconds in case_statistics.get_all_case_durations(
            log.copy(), parameters={keys.TIMESTAMP_KEY: TIME, keys.CASE_ID_KEY: CASE}
        )
    )


def told(asked):
    log = read(asked)
    start = bool(asked.get("start"))
    variants = pm4py.get_variants(log.copy())
    return {
        "transitions": transitions(log, start),
        "handovers": handovers(log, asked["handovers"]) if asked.get("handovers") else [],
        "variants": sorted([list(path), int(n)] for path, n in variants.items()),
        "durations": durations(log, start),
        "rework": sorted(
            [name, int(n)] for name, n in pm4py.get_rework_cases_per_activity(log.copy()).items()
        ),
        "cases": int(log[CASE].nunique()),
        "events": len(log),
    }


def main():
    warnings.simplefilter("ignore")
    answer = {"pm4py": pm4py.__version__, "pandas": pd.__version__}
    answer["logs"] = [told(asked) for asked in json.load(sys.stdin)]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
