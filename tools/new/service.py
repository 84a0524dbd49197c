# SPDX-License-Identifier: EUPL-1.2
"""A support on the map of a region, with what one has by it: NAME=waalstad/X90."""

from __future__ import annotations

from pathlib import Path

from tools.new.scaffold import Scaffold, coded

TEXT = """# SPDX-License-Identifier: EUPL-1.2
# What every line means: docs/reference/world-format.md#services.
services:
  - id: {code}
    label: {{nl: "Samen koken", en: "Cooking together"}}
    provider: "Buurthuis De Brug"
    domain: SOC
    frame: "subsidie gemeente"
    gate: inloop
    catchment: stad
    capacity: 12
    initiative: yes
    wait: {{days: 7, p50: 7, p90: 14, as_of: 2026-11-01, source: verzonnen}}
    lasts: 12w
    gives:
      - {{fact: krijgt.{code}, while_receiving: yes}}
    is_support: yes
    bring: {{nl: "Niets. Kom gewoon.", en: "Nothing. Just come."}}

facts:
  krijgt.{code}:
    label: {{nl: "Je kookt samen met anderen", en: "You cook together with others"}}
    short: {{nl: "samen koken", en: "cooking together"}}
    domain: SOC
    kind: made
    again: yes
    store: own
"""
CALCULATED = (
    "Tests say which figures of a made-up region are behind: CONTRIBUTING.md has the commands."
)


def scaffold(name: str, root: Path) -> Scaffold:
    region, code = coded(name, root)
    return Scaffold(
        {f"demo/{region}/services/{code.lower()}.yaml": TEXT.format(code=code)},
        then=(
            "Write who offers it, what it gives, how long one waits, and what to bring.",
            f"ruimbaan world check regels/nl regels/{region} demo/{region} demo/gedeeld",
            CALCULATED,
        ),
    )
