# SPDX-License-Identifier: EUPL-1.2
"""Does the interval of the effect of room hold the truth? In 100 seeded worlds with a true hazard ratio
of 1 and 100 with one of 2, beside what the comparison of ever with never says.

python -m tests.long.room_effect --worlds 100

Ends with exit code 1 when the truth lies inside in fewer than 90 of 100, or when the naive comparison
is right more often than once in ten. A short one runs at every commit: tests/analytics/effect.
"""

from __future__ import annotations

import argparse
import sys
import time
from statistics import fmean

from ruimbaan.analytics.effect import Asked, effect_of
from tests.room_worlds import naive, room_world

TRUTHS = (1.0, 2.0)
WITHIN, NAIVE = 0.90, 0.10


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--worlds", type=int, default=100)
    asked, failed = words.parse_args(), False
    for truth in TRUTHS:
        begun, found, misled = time.process_time(), [], []
        for seed in range(asked.worlds):
            people = room_world(seed, truth)
            found.append(effect_of(people, Asked(seed=seed)))
            misled.append(naive(people))
        inside = sum(one.low <= truth <= one.high for one in found)
        right = sum(low <= truth <= high for _, low, high in misled)
        looks = [one.landmark_ratio for one in found if one.landmark_ratio is not None]
        sys.stdout.write(
            f"true ratio {truth}: {fmean(one.ratio for one in found):.3f} on average, the interval "
            f"holds the truth in {inside} of {asked.worlds}; naive {fmean(m for m, *_ in misled):.3f}, "
            f"holds it in {right}; landmark {fmean(looks):.3f}; "
            f"{time.process_time() - begun:.0f} CPU-s\n"
        )
        failed |= inside < WITHIN * asked.worlds or right > NAIVE * asked.worlds
    sys.exit(failed)


if __name__ == "__main__":
    main()
