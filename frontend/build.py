# SPDX-License-Identifier: EUPL-1.2
"""Make the one style sheet that pages load, from frontend/css and frontend/vendor. No npm.

    python -m frontend.build

writes src/ruimbaan/ui/static/ruimbaan/ruimbaan.css. From NL Design System only what a template uses
goes in, with only the tokens that need. tests/ui/test_styles.py fails when it is out of step.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from frontend import sheet

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src/ruimbaan"
TARGET = SOURCE / "ui/static/ruimbaan/ruimbaan.css"
OWN = (
    "tokens base shell layout text cards home route pictures forms modes".split()
)  # later wins within the layer
HEAD = (
    "/*! SPDX-License-Identifier: EUPL-1.2. Ruimbaan, with NL Design System components and tokens\n"
    "(Frameless B.V., Gemeente Utrecht, Kernteam NL Design System). Made by frontend/build.py. */\n"
)
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;}]+)[;}]")
USE = re.compile(r"var\(\s*(--[\w-]+)")


def build() -> str:
    words = _words()
    vendored = (HERE / "vendor/components.css").read_text(encoding="utf-8")
    components = sheet.thin(vendored, wanted=lambda name: _is_used(name, words))
    own = "\n".join((HERE / f"css/{name}.css").read_text(encoding="utf-8") for name in OWN)
    tokens = _tokens(components + own)
    body = (
        f"@layer tokens,nlds,app;@layer tokens{{:root{{{tokens}}}}}@layer nlds{{{components}}}{own}"
    )
    return HEAD + sheet.shorten(body) + "\n"


def _words() -> set[str]:
    """Everything in templates, kit code and scripts that could be the name of a class."""
    files = [
        *SOURCE.rglob("templates/**/*.html"),
        *(SOURCE / "ui").rglob("*.py"),
        *(SOURCE / "ui/static").rglob("*.js"),
    ]
    return {word for file in files for word in re.findall(r"[\w-]+", file.read_text("utf-8"))}


def _is_used(name: str, words: set[str]) -> bool:
    """`nl-button--primary` also counts as used by `nl-button--{{ kind }}` when primary is a word."""
    base, dashes, kind = name.rpartition("--")
    return name in words or (base + dashes in words and kind in words)


def _tokens(css: str) -> str:
    known = dict(DECLARATION.findall((HERE / "vendor/tokens.css").read_text(encoding="utf-8")))
    ours = {name for name, _ in DECLARATION.findall(css)}
    used: dict[str, str] = {}
    waiting = set(USE.findall(css))
    while waiting:
        name = waiting.pop()
        if name in known and name not in used and name not in ours:
            used[name] = known[name]
            waiting |= set(USE.findall(known[name]))
    return ";".join(f"{name}:{value}" for name, value in sorted(used.items()))


def main() -> None:
    built = build()
    TARGET.write_text(built, encoding="utf-8")
    size = len(gzip.compress(built.encode(), 9))
    sys.stdout.write(f"{TARGET.name}: {len(built):,} bytes, {size:,} compressed\n")


if __name__ == "__main__":
    main()
