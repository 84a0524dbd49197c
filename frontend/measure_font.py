# SPDX-License-Identifier: EUPL-1.2
"""Measure the font of the product, so that a server can lay out text without a browser.

Run it when the font file changes; the table is committed beside the pictures:

    python frontend/measure_font.py FONT.woff2

Needs fontTools and brotli (development only).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = {"regular": 400, "bold": 700}
TABLE = Path(__file__).parents[1] / "src/ruimbaan/ui/pictures/font_widths.json"


def advance_widths(font_file: Path, weight: int) -> dict[str, int]:
    """Width of each character in thousandths of the font size."""
    font = instantiateVariableFont(TTFont(font_file), {"wght": weight})
    units = font["head"].unitsPerEm
    return {
        chr(code): round(1000 * font["hmtx"][glyph][0] / units)
        for code, glyph in sorted(font.getBestCmap().items())
        if chr(code).isprintable()
    }


def main(font_file: str) -> None:
    table = {name: advance_widths(Path(font_file), wght) for name, wght in WEIGHTS.items()}
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
