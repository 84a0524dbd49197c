# SPDX-License-Identifier: EUPL-1.2
"""`make release`: the files of a release, in dist/, made twice and tried where nothing else is.

1. The version is no pre-release, its changelog is there in both languages, and no note is left over.
2. Source distribution and wheel are made twice, from copies of the newest commit with other names,
   another zone and another seed: the bytes are the same.
3. The wheel goes into a new environment, with every package by its hash.
4. `ruimbaan demo` runs in an empty folder, and its pages answer in both languages.
5. What is in that environment becomes a list (CycloneDX), and each file gets its digest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ruimbaan import __version__
from tools.changelog import NAME, NOTES, PAGES, VERSION
from tools.paths import ROOT
from tools.repeatable import build, copy_of, digest_of, newest
from tools.sbom import write_sbom
from tools.try_demo import try_demo

DIST = ROOT / "dist"
APP = ROOT / "requirements" / "app.txt"


class NotReady(Exception):
    """A reason why this cannot be released yet."""


def main() -> int:
    try:
        with step("in order"):
            check_order()
        with tempfile.TemporaryDirectory() as folder:
            made = make(Path(folder))
    except NotReady as reason:
        print(f"Not released: {reason}")
        return 1
    print(*made, sep="\n")
    return 0


@contextmanager
def step(name: str) -> Iterator[None]:
    began, worked = time.monotonic(), os.times()
    yield
    now = os.times()
    cpu = sum(now[:4]) - sum(worked[:4])
    print(f"ok   {name} ({time.monotonic() - began:.1f} s, {cpu:.1f} s of CPU)", flush=True)


def check_order() -> None:
    """Raises NotReady."""
    changed = subprocess.run(
        ["git", "status", "--porcelain"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    left = [path.name for path in NOTES.iterdir() if NAME.match(path.name)]
    pages = {page.name: page.read_text(encoding="utf-8") for page in PAGES.values()}
    reason = why_not(__version__, left, pages, changed=bool(changed))
    if reason:
        raise NotReady(reason)


def why_not(
    version: str, notes: Collection[str], pages: Mapping[str, str], *, changed: bool
) -> str:
    """Why this version cannot be released; empty when it can."""
    if not VERSION.match(version):
        return f"the version is {version}; write three numbers in src/ruimbaan/__init__.py"
    if notes:
        return f"{len(notes)} notes wait in changelog.d: `python -m tools.changelog {version}`"
    silent = [name for name, text in pages.items() if f"## {version} – " not in text]
    if silent:
        return f"{' and '.join(silent)} say nothing of {version}"
    return "something is not committed; a release is made of what is" if changed else ""


def make(folder: Path) -> list[str]:
    commit, moment = newest(ROOT)
    with step("made"):
        once = build(copy_of(ROOT, commit, folder / "one"), folder / "dist-one", moment, TZ="UTC")
    with step("made again, the same"):
        again = build(
            copy_of(ROOT, commit, folder / "somewhere" / "else"),
            folder / "dist-two",
            moment,
            TZ="Asia/Tokyo",
            PYTHONHASHSEED="7",
        )
        if [digest_of(path) for path in once] != [digest_of(path) for path in again]:
            raise NotReady("made twice, the bytes differ")
    wheel = next(path for path in once if path.suffix == ".whl")
    with step("installed"):
        python = install(wheel, folder / "environment")
    with step("demo"):
        try_demo(python.parent / "ruimbaan", folder / "empty")
    with step("list of what is in it"):
        sbom = folder / f"ruimbaan-{__version__}.cdx.json"
        write_sbom(python, sbom)
    return put_down([*once, sbom])


def install(wheel: Path, folder: Path) -> Path:
    """A new environment with every package by its hash, and this wheel. Gives its Python."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(APP)], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return python


def put_down(files: list[Path]) -> list[str]:
    DIST.mkdir(exist_ok=True)
    lines = []
    for path in files:
        (DIST / path.name).write_bytes(path.read_bytes())
        lines.append(f"{digest_of(path)}  {path.name}")
    (DIST / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return lines


if __name__ == "__main__":
    sys.exit(main())
