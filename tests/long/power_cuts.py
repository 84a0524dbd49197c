# SPDX-License-Identifier: EUPL-1.2
"""Power cuts, simulated: every write and sync of a working process is recorded with strace, and
replayed up to a moment of chance. What was synced is on the disk; of what was not, nothing, all or
some stays, a write may be torn. Then the files are opened as after a restart, and judged.

python -m tests.long.power_cuts --cuts 300

Ends with exit code 1 when something that was said to be kept is missing, stands there without a row
in the log, or a file is damaged. A disk that ignores the syncs of the write-ahead log must be found
out: else the test itself would prove nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.long.after_cut import Found, look_at
from tests.long.disk_recording import Acknowledged, Recording, Write, record
from tests.site_of_its_own import new_site

SECTOR = 512  # bytes that a disk writes whole
SECONDS = "4"  # of writing that is recorded


@dataclass
class Tally:
    cuts: int = 0
    lost: int = 0  # acknowledged and not there
    without_log: int = 0
    corrupt: int = 0
    cuts_that_lost: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, cut: str, said: list[str], found: Found) -> None:
        missing = [words for words in said if words not in found.words]
        self.cuts += 1
        self.lost += len(missing)
        self.cuts_that_lost += bool(missing)
        self.without_log += max(0, len(found.words) - found.changes)
        self.corrupt += bool(found.damage)
        if missing or found.damage or len(found.words) > found.changes:
            self.faults.append(f"{cut}: {len(missing)} missing, {found}")

    @property
    def good(self) -> bool:
        return not (self.lost or self.without_log or self.corrupt)


def run(recording: Recording, cuts: int, seed: int, *, deaf: str = "") -> Tally:
    """`deaf`: the disk ignores syncs of files with this ending."""
    chance, tally = Random(seed), Tally()
    first = next(
        number for number, event in enumerate(recording.events) if isinstance(event, Acknowledged)
    )
    for number in range(cuts):
        at = chance.randrange(first + 1, len(recording.events) + 1)
        share = (0.0, 1.0, chance.random())[number % 3]  # of what was not synced
        with tempfile.TemporaryDirectory(prefix="ruimbaan-cut-") as folder:
            said = cut(recording, at, share, chance, Path(folder), deaf)
            tally.add(f"cut {number} at {at}, {share:.2f} kept", said[1:], look_at(Path(folder)))
    return tally


def cut(
    recording: Recording, at: int, share: float, chance: Random, folder: Path, deaf: str
) -> list[str]:
    """Lays the files in `folder` as the disk has them. Returns what was said to be kept."""
    disk, waiting, said = replayed(recording, at, deaf)
    for name in sorted(waiting):
        for write in waiting[name]:
            if chance.random() < share:
                torn(write, share, chance).reach(disk)
    for name, content in disk.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return said


def replayed(
    recording: Recording, at: int, deaf: str
) -> tuple[dict[str, bytearray], dict[str, list[Write]], list[str]]:
    """What is on the disk for sure, what was not synced, and what was said to be kept."""
    disk = {name: bytearray(content) for name, content in recording.before.items()}
    waiting: dict[str, list[Write]] = {}
    said: list[str] = []
    for event in recording.events[:at]:
        if isinstance(event, Acknowledged):
            said.append(event.words)
        elif isinstance(event, Write):
            waiting.setdefault(event.name, []).append(event)
        elif event.gone:
            waiting.pop(event.name, None)
            disk.pop(event.name, None)
        elif not (deaf and event.name.endswith(deaf)):
            for write in waiting.pop(event.name, []):
                write.reach(disk)
    return disk, waiting, said


def torn(write: Write, share: float, chance: Random) -> Write:
    """Some of its sectors only, now and then; never when all is kept."""
    if share == 1.0 or write.length is not None or chance.random() < 0.7:
        return write
    kept = chance.randrange(0, len(write.content) // SECTOR + 1) * SECTOR
    return Write(write.name, write.offset, write.content[:kept])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", default=SECONDS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ruimbaan-power-") as folder:
        recording = record(new_site(Path(folder), server=""), chosen.seconds)
    tally = run(recording, chosen.cuts, chosen.seed)
    control = run(recording, min(chosen.cuts, 60), chosen.seed, deaf="-wal")
    for fault in tally.faults[:20]:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(
        f"{recording.acknowledged} acknowledged, {recording.syncs} syncs, {tally.cuts} cuts: "
        f"{tally.lost} lost, {tally.without_log} without log row, {tally.corrupt} corrupt\n"
        f"a disk that ignores syncs: {control.cuts_that_lost} of {control.cuts} cuts lose, "
        f"{control.corrupt} corrupt\n"
    )
    return 0 if tally.good and control.cuts_that_lost else 1


if __name__ == "__main__":
    sys.exit(main())
