# SPDX-License-Identifier: EUPL-1.2
"""Refresh what we take from NL Design System, the font and the test tool. Needs npm; run rarely.

    cd frontend && npm ci --ignore-scripts --no-audit --no-fund && cd .. && python -m frontend.vendor

Writes frontend/vendor/*.css, ui/static/ruimbaan/fonts and tests/e2e/vendor. All of it is committed,
so that building, testing and running never need npm.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
FONTS = HERE.parent / "src/ruimbaan/ui/static/ruimbaan/fonts"
TEST_TOOLS = HERE.parent / "tests/e2e/vendor"
FONT = "@fontsource-variable/atkinson-hyperlegible-next"
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"
SHEETS = {
    "@nl-design-system-candidate/button-css": "dist/button.css",
    "@nl-design-system-candidate/skip-link-css": "dist/skip-link.css",
}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;}]+)[;}]")
USE = re.compile(r"var\(\s*(--[\w-]+)")
HOLDERS = "Frameless B.V., Gemeente Utrecht, Kernteam NL Design System"


def main() -> None:
    sheets = {name: _read(name) for name in _component_packages()}
    components = "\n\n".join(f"/* {_label(name)} */\n{css}" for name, css in sheets.items())
    tokens = _tokens_used_by(components)
    _write(HERE / "vendor/components.css", "components", components)
    _write(HERE / "vendor/tokens.css", _label(THEME), f":root {{\n{tokens}\n}}")
    _copy(FONT, "files/atkinson-hyperlegible-next-latin-wght-normal.woff2", FONTS / _FONT_FILE)
    _copy(FONT, "LICENSE", FONTS / "LICENSE-OFL.txt")
    _copy("axe-core", "axe.min.js", TEST_TOOLS / "axe.min.js")
    _copy("axe-core", "LICENSE", TEST_TOOLS / "LICENSE-MPL-2.0.txt")


_FONT_FILE = "atkinson-hyperlegible-next-latin.woff2"


def _component_packages() -> list[str]:
    listed = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return sorted(name for name in listed if name not in {FONT, THEME})


def _read(package: str) -> str:
    path = PACKAGES / package / SHEETS.get(package, "dist/index.css")
    css = re.sub(r"@charset[^;]+;", "", path.read_text(encoding="utf-8"))
    return COMMENT.sub("", css).strip()


def _tokens_used_by(css: str) -> str:
    """The theme's tokens that `css` needs, and the ones those need in turn."""
    theme = COMMENT.sub("", (PACKAGES / THEME / "dist/theme.css").read_text(encoding="utf-8"))
    known = {name: value.strip() for name, value in DECLARATION.findall(theme)}
    used: dict[str, str] = {}
    waiting = set(USE.findall(css))
    while waiting:
        name = waiting.pop()
        if name in known and name not in used:
            used[name] = known[name]
            waiting |= set(USE.findall(known[name]))
    return "\n".join(f"  {name}: {value};" for name, value in sorted(used.items()))


def _label(package: str) -> str:
    about = json.loads((PACKAGES / package / "package.json").read_text(encoding="utf-8"))
    return f"{package} {about['version']} ({about['license']})"


def _write(path: Path, what: str, css: str) -> None:
    head = (
        "/* SPDX-License-Identifier: EUPL-1.2 */\n"
        f"/* NL Design System, {what}. Copyright {HOLDERS}.\n"
        "   Made by frontend/vendor.py from the pinned packages; do not edit. */\n"
    )
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{head}{css}\n", encoding="utf-8")


def _copy(package: str, source: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PACKAGES / package / source, target)


if __name__ == "__main__":
    main()
