# SPDX-License-Identifier: EUPL-1.2
"""Whether time tells that somebody has an account: the same question for names that are there and
names that are not, in turns, many times.

python -m tests.long.decoy_timing --samples 200                 on SQLite
python -m tests.long.decoy_timing --samples 200 --postgresql

For each way in: the median of each kind of name, and how often an answer about somebody known takes
longer than one about nobody. 50 % is a coin: nothing to learn. Ends with 1 when a way is further than
`--most` from it and the medians are more than a millisecond apart; on a busy machine, measure again.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.long.own_postgres import OwnPostgres
from tests.site_of_its_own import new_site

NOBODY = "nobody"
APART = 0.001  # seconds between medians: less than that drowns in any network
Times = dict[str, list[float]]


def longer(one: list[float], other: list[float]) -> float:
    """How often something of `one` is longer than something of `other`."""
    wins = sum((a > b) + (a == b) / 2 for a in one for b in other)
    return wins / (len(one) * len(other))


def told(found: dict[str, Times], most: float, console: Console) -> bool:
    """Whether nothing can be learned."""
    table = Table("way in", "name", "median (ms)", "longer than nobody")
    good = True
    for way, times in found.items():
        nobody = times[NOBODY]
        for kind, mine in times.items():
            share = longer(mine, nobody)
            apart = abs(median(mine) - median(nobody)) > APART
            learns = apart and abs(share - 0.5) > most
            good = good and not learns
            word = "-" if kind == NOBODY else f"{share:.0%}{' !' if learns else ''}"
            table.add_row(way, kind, f"{median(mine) * 1000:.1f}", word)
    console.print(table)
    return good


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--samples", type=int, default=100, help="of each kind of name")
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--most", type=float, default=0.15, help="from a half")
    chosen = parser.parse_args()
    postgres = OwnPostgres() if chosen.postgresql else None
    try:
        if postgres is not None:
            postgres.start()
        with tempfile.TemporaryDirectory(prefix="ruimbaan-timing-") as folder:
            site = new_site(Path(folder), postgres.address if postgres else "")
            site.run("django", "collectstatic", "--no-input")
            with site.start("tests.security.decoy_questions", str(chosen.samples)) as asking:
                said, _ = asking.communicate()
    finally:
        if postgres is not None:
            postgres.remove()
    return 0 if told(json.loads(said), chosen.most, Console()) else 1


if __name__ == "__main__":
    sys.exit(main())
