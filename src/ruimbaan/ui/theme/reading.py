# SPDX-License-Identifier: EUPL-1.2
"""From a file of colours to what stands in a style sheet.

Only the main colour may be another: yellow is vrije ruimte, red a rule or a gap, green what arrived, and
drawings use those too. Nothing of the file itself reaches a page: a name and six digits are taken from
each line, so it can hold no other rule of style.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from ruimbaan.ui.theme.errors import NotAColour, NotYoursToChange, ThemeNotRead, TooLittleContrast
from ruimbaan.ui.theme.pairs import Measured, measured

SHEET = Path(__file__).parents[1] / "static" / "ruimbaan" / "ruimbaan.css"
MAY_CHANGE = ("main", "main-dark", "main-ink", "main-light", "main-mist", "main-soft")
# The ramp on which components of NL Design System stand, from our six.
RAMP = {
    50: "mist",
    100: "light",
    200: "soft",
    300: "soft",
    400: "",
    500: "",
    600: "dark",
    700: "ink",
}
COLOUR = re.compile(r"--rb-([\w-]+):\s*#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\b")
LINE = re.compile(rf"{COLOUR.pattern}\s*;?")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MOST_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Theme:
    """`changed`: the colours of the file; `colours`: those and ours. `#rrggbb`, by name."""

    changed: Mapping[str, str]
    colours: Mapping[str, str]

    @property
    def pairs(self) -> tuple[Measured, ...]:
        return measured(self.colours)

    @property
    def css(self) -> str:
        """After our own sheet, in the same layer: the later value counts. Empty without a change."""
        if not self.changed:
            return ""
        own = [f"--rb-{name}:{colour}" for name, colour in sorted(self.changed.items())]
        ramp = [
            f"--voorbeeld-kleuren-violet-{step}:{self.colours[f'main-{end}' if end else 'main']}"
            for step, end in RAMP.items()
        ]
        return f"@layer tokens{{:root{{{';'.join([*own, *ramp])}}}}}\n"

    @property
    def mark(self) -> str:
        """Another one when a colour changes."""
        return sha256(self.css.encode()).hexdigest()[:12] if self.changed else ""


@cache
def own_colours() -> Mapping[str, str]:
    return {name: _whole(digits) for name, digits in COLOUR.findall(SHEET.read_text("utf-8"))}


def from_file(path: Path) -> Theme:
    """Raises the errors of this folder; not for too little contrast."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ThemeNotRead(reason=f"> {MOST_BYTES} bytes")
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeNotRead(reason=getattr(error, "strerror", None) or "utf-8") from error


def parse(text: str) -> Theme:
    """Raises NotAColour and NotYoursToChange. A comment keeps its lines, so that numbers stay right."""
    bare = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    changed: dict[str, str] = {}
    for number, line in enumerate(bare.splitlines(), start=1):
        if not line.strip():
            continue
        found = LINE.fullmatch(line.strip())
        if found is None:
            raise NotAColour(line=number, said=line.strip()[:60])
        name, digits = found[1], found[2]
        if name not in MAY_CHANGE:
            raise NotYoursToChange(
                name=f"--rb-{name}", may=", ".join(f"--rb-{n}" for n in MAY_CHANGE)
            )
        changed[name] = _whole(digits)
    return Theme(changed, {**own_colours(), **changed})


def demand_contrast(theme: Theme) -> None:
    """Raises TooLittleContrast, with each pair and its ratio."""
    wrong = [one for one in theme.pairs if not one.is_enough]
    if wrong:
        told = (f"{w.front} / {w.ground} {w.contrast:.1f} < {w.least:g}" for w in wrong)
        raise TooLittleContrast(pairs="; ".join(told))


def _whole(digits: str) -> str:
    short = len(digits) == 3
    return "#" + ("".join(2 * one for one in digits) if short else digits).lower()
