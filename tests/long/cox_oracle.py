# SPDX-License-Identifier: EUPL-1.2
"""What lifelines says of a stratified, weighted Cox regression of one variable: the logarithm of the
hazard ratio. Runs in an environment of its own; knows nothing of Ruimbaan.

echo '[[[3, 1, 0, 0, 1.0], [5, 1, 1, 0, 0.5], [6, 0, 0, 0, 1.0]]]' | python tests/long/cox_oracle.py
"""

from __future__ import annotations

import json
import sys
import warnings

import pandas as pd
from lifelines import CoxPHFitter

COLUMNS = ["time", "reached", "room", "stratum", "weight"]


def log_ratio(rows):
    table = pd.DataFrame(rows, columns=COLUMNS)
    fitter = CoxPHFitter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # weights that are no whole numbers ask for other errors
        fitter.fit(
            table,
            duration_col="time",
            event_col="reached",
            weights_col="weight",
            strata=["stratum"],
            fit_options={"precision": 1e-13, "r_precision": 1e-16},
        )
    return float(fitter.params_["room"])


if __name__ == "__main__":
    json.dump([log_ratio(rows) for rows in json.load(sys.stdin)], sys.stdout)
