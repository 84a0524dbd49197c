# SPDX-License-Identifier: EUPL-1.2
"""`make check`: every static check, two at a time, one line each; a failing one shows what it said."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.paths import ROOT

BIN = Path(sys.executable).parent
AT_ONCE = 2
CHECKS: dict[str, list[str]] = {
    "types": [f"{BIN}/mypy", "--no-error-summary"],  # takes as long as all others together
    "format": [f"{BIN}/ruff", "format", "--check", "--output-format=concise"],
    "lint": [f"{BIN}/ruff", "check", "--quiet", "--output-format=concise"],
    "layers": [f"{BIN}/lint-imports", "--no-logo"],
    "templates": [f"{BIN}/djlint", "src", "--lint", "--quiet"],
    "translations": [sys.executable, "-m", "tools.check_translations"],
    "words": [f"{BIN}/ruimbaan", "words", "check"],
    "requirements": [sys.executable, "-m", "tools.check_requirements"],
    "security": [sys.executable, "-m", "tools.scan_code"],
    "architecture": [f"{BIN}/pytest", "tests/architecture", "-q"],
}


def main() -> int:
    with ThreadPoolExecutor(AT_ONCE) as together:
        good = list(together.map(passes, CHECKS, CHECKS.values()))
    failed = [name for name, is_good in zip(CHECKS, good, strict=True) if not is_good]
    if failed:
        print(f"\nNot in order: {', '.join(failed)}. `make fix` mends format and lint.")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    run = subprocess.run(command, cwd=ROOT, check=False, text=True, capture_output=True)
    seconds = time.monotonic() - started
    told = f"{'ok  ' if run.returncode == 0 else 'FAIL'} {name} ({seconds:.1f} s)"
    if run.returncode:
        told += "\n" + (run.stdout + run.stderr).strip()
    print(told, flush=True)  # in one go: another check may tell something at the same moment
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
