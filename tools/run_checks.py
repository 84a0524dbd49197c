# SPDX-License-Identifier: EUPL-1.2
"""`make check`: every static check, one line each; a failing one shows what it said."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tools.paths import ROOT

BIN = Path(sys.executable).parent
CHECKS: dict[str, list[str]] = {
    "format": [f"{BIN}/ruff", "format", "--check", "--output-format=concise"],
    "lint": [f"{BIN}/ruff", "check", "--quiet", "--output-format=concise"],
    "types": [f"{BIN}/mypy", "--no-error-summary"],
    "layers": [f"{BIN}/lint-imports", "--no-logo"],
    "templates": [f"{BIN}/djlint", "src", "--lint", "--quiet"],
    "translations": [sys.executable, "-m", "tools.check_translations"],
    "words": [f"{BIN}/ruimbaan", "words", "check"],
    "requirements": [sys.executable, "-m", "tools.check_requirements"],
    "security": [sys.executable, "-m", "tools.scan_code"],
    "architecture": [f"{BIN}/pytest", "tests/architecture", "-q"],
}


def main() -> int:
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    if failed:
        print(f"\nNot in order: {', '.join(failed)}. `make fix` mends format and lint.")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    run = subprocess.run(command, cwd=ROOT, check=False, text=True, capture_output=True)
    seconds = time.monotonic() - started
    print(f"{'ok  ' if run.returncode == 0 else 'FAIL'} {name} ({seconds:.1f} s)", flush=True)
    if run.returncode:
        print((run.stdout + run.stderr).strip(), flush=True)
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
