# SPDX-License-Identifier: EUPL-1.2
"""Lives the year, says what happened, and puts what came of it where the demo finds it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from random import Random

from tools.lived_year.place import make_places, open_site
from tools.lived_year.plan import changing, read_plan
from tools.paths import ROOT


def main() -> int:
    arguments = _parser().parse_args()
    plan = read_plan(arguments.region)
    if arguments.changed:
        plan = changing(plan, arguments.changed, arguments.week)
    with ExitStack() as held:
        folder = arguments.folder or Path(held.enter_context(tempfile.TemporaryDirectory()))
        open_site(folder)
        from tools.lived_year.living import Year
        from tools.lived_year.writing import write

        year = Year(plan, {}, Random(plan.seed))  # noqa: S311 -- chance, no secret
        year.places = make_places(plan, year.begin)
        for done in year.live(arguments.people or plan.people):
            if done % 100 == 0:
                print(f"\r{done}", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        print(", ".join(f"{what}: {n}" for what, n in sorted(year.told.items())))
        write(year, arguments.out or ROOT / "demo" / plan.region)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.lived_year", description=__doc__)
    parser.add_argument("--region", default="waalstad")
    parser.add_argument("--folder", type=Path, help="Keep the site here, to look at it.")
    parser.add_argument("--people", type=int, help="Fewer than planned, for a quick look.")
    parser.add_argument("--changed", help="A rule that is changed in this year.")
    parser.add_argument("--week", type=int, default=28, help="From which week on.")
    parser.add_argument(
        "--out", type=Path, help="Where what came of it goes; the demo if left out."
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
