# SPDX-License-Identifier: EUPL-1.2
"""What lifelines says of courses: the incidence of one end and its variance, day by day. Runs in an
environment of its own; knows nothing of Ruimbaan.

echo '[[[3, 1], [5, 0]]]' | python tests/long/lifelines_oracle.py
"""

from __future__ import annotations

import json
import sys

from lifelines import AalenJohansenFitter


def curve(rows):
    """Rows of a day and an end: 0 goes on, 1 is the end that is looked at."""
    fitter = AalenJohansenFitter(calculate_variance=True)
    fitter.fit([day for day, _end in rows], [end for _day, end in rows], event_of_interest=1)
    shares, variances = fitter.cumulative_density_.iloc[:, 0], fitter.variance_
    days = sorted({day for day, end in rows if end == 1})
    return [[day, float(shares.loc[day]), float(variances.loc[day])] for day in days]


if __name__ == "__main__":
    json.dump([curve(rows) for rows in json.load(sys.stdin)], sys.stdout)
