# SPDX-License-Identifier: EUPL-1.2
"""`make new KIND=rule NAME=waalstad/X90`: writes it, and says what to do then."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.new import changelog, decision, measure, rule, screen, service
from tools.new.scaffold import NotMade, Scaffold, write
from tools.paths import ROOT

KINDS: Mapping[str, Callable[[str, Path], Scaffold]] = {
    "rule": rule.scaffold,
    "service": service.scaffold,
    "measure": measure.scaffold,
    "screen": screen.scaffold,
    "decision": decision.scaffold,
    "changelog": changelog.scaffold,
}


def main(words: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("name")
    asked = parser.parse_args(words)
    try:
        found = KINDS[asked.kind](asked.name, root)
        written = write(found, root)
    except NotMade as reason:
        print(f"Nothing was written: {reason}.")
        return 1
    print(*written, *(f"then     {step}" for step in found.then), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
