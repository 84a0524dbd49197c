# SPDX-License-Identifier: EUPL-1.2
"""The desk of the simulation against what theory says of one line: Erlang C for M/M/c, and
Pollaczek-Khinchine for M/G/1.

python -m tests.long.queue_theory --processes 2

Each run has replications of its own and an interval of 95 % around their mean. Ends with exit code 1
when the mean of all runs of a line is more than 2 % off, or when of the lines of a kind fewer than 93 of
100 intervals hold what theory says. Of one line alone that would go wrong once in eight times by chance.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import exp, factorial
from multiprocessing import get_context
from random import Random
from statistics import fmean

from simpy import Environment

from ruimbaan.analytics.simulation.bands import mean_with_interval
from ruimbaan.analytics.simulation.desk import Desk

MOST_OFF = 0.02
FEWEST_INSIDE = 0.93
REPLICATIONS = 20
CUSTOMERS, RUN_IN = 6000, 2000

Draw = Callable[[Random], float]


@dataclass(frozen=True, slots=True)
class Line:
    """Customers come `rate` a day, and each takes one of `places` for a length that is drawn. The mean
    length is 1 day, its second moment `square`."""

    name: str
    places: int
    rate: float
    length: Draw
    square: float

    @property
    def kind(self) -> str:
        return "M/M/c" if self.length is exponential else "M/G/1"

    @property
    def theory(self) -> float:
        """Mean days in line. Many places: only for exponential lengths."""
        if self.places == 1:
            return self.rate * self.square / (2 * (1 - self.rate))
        return erlang_c(self.places, self.rate) / (self.places - self.rate)


def erlang_c(places: int, load: float) -> float:
    """The chance of having to wait, M/M/c (Erlang, 1917)."""
    full = load**places / factorial(places) * places / (places - load)
    return full / (sum(load**n / factorial(n) for n in range(places)) + full)


def exponential(rng: Random) -> float:
    return rng.expovariate(1.0)


def fixed(_rng: Random) -> float:
    return 1.0


def mixed(rng: Random) -> float:
    """Most stay short and one in five long: mean 1, second moment 2 * (0.8 * 0.25 + 0.2 * 9)."""
    return rng.expovariate(1 / (3.0 if rng.random() < 0.2 else 0.5))


def lognormal(rng: Random) -> float:
    """Mean 1, second moment exp(0.5)."""
    return rng.lognormvariate(-0.25, 0.5**0.5)


LINES = (
    Line("M/M/1, 0.7 full", 1, 0.7, exponential, 2.0),
    Line("M/M/3, 0.8 full", 3, 2.4, exponential, 2.0),
    Line("M/M/14, 0.9 full", 14, 12.6, exponential, 2.0),
    Line("M/D/1, 0.8 full", 1, 0.8, fixed, 1.0),
    Line("M/G/1, 0.6 full, lognormal", 1, 0.6, lognormal, exp(0.5)),
    Line("M/G/1, 0.6 full, short and long", 1, 0.6, mixed, 4.0),
)


def mean_wait(line: Line, rng: Random, customers: int, run_in: int) -> float:
    """Of `customers`, after the first `run_in` of them; from an empty desk."""
    env = Environment()
    desk = Desk(env, line.places)
    waits: list[float] = []

    def turn(asked: float) -> float:
        waits.append(env.now - asked)
        return line.length(rng)

    def come(_event: object) -> None:
        desk.ask(partial(turn, env.now))
        if len(waits) < customers + run_in:
            env.timeout(rng.expovariate(line.rate)).callbacks.append(come)

    env.timeout(rng.expovariate(line.rate)).callbacks.append(come)
    env.run()
    return fmean(waits[run_in : run_in + customers])


def one_run(line: int, run: int, customers: int, run_in: int) -> tuple[float, bool]:
    """The mean of a run, and whether its interval holds what theory says."""
    chosen = LINES[line]
    means = [
        mean_wait(chosen, Random(f"{chosen.name}/{run}/{number}"), customers, run_in)
        for number in range(REPLICATIONS)
    ]
    found = mean_with_interval(means)
    return found.mean, found.low <= chosen.theory <= found.high


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    wrong, held = 0, dict[str, list[bool]]()
    with get_context("fork").Pool(chosen.processes) as pool:
        for number, line in enumerate(LINES):
            jobs = [(number, run, CUSTOMERS, RUN_IN) for run in range(chosen.runs)]
            found = pool.starmap(one_run, jobs)
            mean, inside = fmean(one for one, _ in found), [one for _, one in found]
            held.setdefault(line.kind, []).extend(inside)
            off = mean / line.theory - 1
            wrong += abs(off) > MOST_OFF
            say(
                f"{line.name:<34} theory {line.theory:7.4f}  mean {mean:7.4f} ({off:+.2%})  "
                f"inside {sum(inside)}/{chosen.runs}"
            )
    for kind, inside in held.items():
        wrong += sum(inside) < FEWEST_INSIDE * len(inside)
        say(f"{kind}: inside {sum(inside)}/{len(inside)}")
    say("MISSED" if wrong else "met")
    return 1 if wrong else 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
