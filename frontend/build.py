# SPDX-License-Identifier: EUPL-1.2
"""Make the style sheets that pages load, from frontend/css and frontend/vendor. No npm.

    python -m frontend.build

writes ruimbaan.css, for every page, kaart.css, for the pages of the Kaart and the rules alone, and account.css,
for signed-in pages alone, boek.css, for the Inspiratieboek alone, and docs.css, for the documentation
alone, so that no other page pays for them; all in src/ruimbaan/ui/static/ruimbaan. From NL Design System only what a template uses
goes in, with only the tokens that need. tests/ui/test_styles.py fails when it is out of step.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from frontend import sheet, usage

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/ruimbaan/ui/static/ruimbaan/ruimbaan.css"
MAP_TARGET = TARGET.with_name("kaart.css")
ACCOUNT_TARGET = TARGET.with_name("account.css")
BOOK_TARGET = TARGET.with_name("boek.css")
DOCS_TARGET = TARGET.with_name("docs.css")
OWN = (  # later wins within the layer
    *("tokens", "base", "shell", "layout", "text", "cards", "home", "route", "pictures"),
    *("forms", "routecheck", "aloud", "modes"),
)
OF_THE_MAP = (
    *("fields", "rulebook", "support", "may_i", "geography", "metro", "joining", "agreeing"),
    "surroundings",
)
OF_THE_BOOK = ("book",)
OF_THE_DOCS = ("docs",)
OF_AN_ACCOUNT = (
    *("fields", "account", "journey", "now", "upkeep", "handoff", "room", "agreeing"),
    "figures",
)
HEAD = (
    "/*! SPDX-License-Identifier: EUPL-1.2. Ruimbaan, with NL Design System components and tokens\n"
    "(Frameless B.V., Gemeente Utrecht, Kernteam NL Design System). Made by frontend/build.py. */\n"
)
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;}]+)[;}]")
USE = re.compile(r"var\(\s*(--[\w-]+)")


def build() -> str:
    used = usage.everywhere()
    vendored = (HERE / "vendor/components.css").read_text(encoding="utf-8")
    components = sheet.thin(vendored, wanted=lambda name: bool(used.fullmatch(name)))
    own = _written(OWN)
    tokens = _tokens(
        components + own + _written(OF_THE_MAP + OF_AN_ACCOUNT + OF_THE_BOOK + OF_THE_DOCS)
    )
    body = (
        f"@layer tokens,nlds,app;@layer tokens{{:root{{{tokens}}}}}@layer nlds{{{components}}}{own}"
    )
    return HEAD + sheet.shorten(body) + "\n"


def build_for_the_map() -> str:
    """What the pages of the Kaart need besides; its tokens stand in the sheet of every page."""
    return HEAD + sheet.shorten(_written(OF_THE_MAP)) + "\n"


def build_for_an_account() -> str:
    """What signed-in pages need besides; its tokens stand in the sheet of every page."""
    return HEAD + sheet.shorten(_written(OF_AN_ACCOUNT)) + "\n"


def build_for_the_book() -> str:
    """What the pages of the Inspiratieboek need besides."""
    return HEAD + sheet.shorten(_written(OF_THE_BOOK)) + "\n"


def build_for_the_docs() -> str:
    """What the pages of the documentation need besides."""
    return HEAD + sheet.shorten(_written(OF_THE_DOCS)) + "\n"


def _written(names: tuple[str, ...]) -> str:
    return "\n".join((HERE / f"css/{name}.css").read_text(encoding="utf-8") for name in names)


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
    sheets = (
        (TARGET, build()),
        (MAP_TARGET, build_for_the_map()),
        (ACCOUNT_TARGET, build_for_an_account()),
        (BOOK_TARGET, build_for_the_book()),
        (DOCS_TARGET, build_for_the_docs()),
    )
    for target, built in sheets:
        target.write_text(built, encoding="utf-8")
        size = len(gzip.compress(built.encode(), 9))
        sys.stdout.write(f"{target.name}: {len(built):,} bytes, {size:,} compressed\n")


if __name__ == "__main__":
    main()
