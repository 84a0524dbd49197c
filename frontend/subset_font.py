# SPDX-License-Identifier: EUPL-1.2
"""Leaves in the font what Dutch and English pages write: `python -m frontend.subset_font`.

Needs fontTools and brotli, for development only. Run it after `frontend.vendor` took a new font.
Fractions and old-style figures go; letters, accents, quotes, arrows and kerning stay. Weights below
plain text go as well: no page writes so thin, and they cost a fifth of the file.
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).parent.parent / "src" / "ruimbaan" / "ui" / "static" / "ruimbaan" / "fonts"
FONT = FONTS / "atkinson-hyperlegible-next-latin.woff2"

KEPT = (
    "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2013-2014,U+2018-201A,U+201C-201E,"
    "U+2022,U+2026,U+2039-203A,U+20AC,U+2190-2193,U+2212"
)
WEIGHTS = (400, 800)


def main() -> None:
    before = FONT.stat().st_size
    with TTFont(FONT) as whole:
        narrowed = instancer.instantiateVariableFont(whole, {"wght": WEIGHTS})
        narrowed.flavor = "woff2"
        narrowed.save(FONT)
    subset.main(
        [
            str(FONT),
            f"--unicodes={KEPT}",
            "--layout-features=kern,mark,mkmk,ccmp,locl",
            "--flavor=woff2",
            f"--output-file={FONT}",
        ]
    )
    print(f"{FONT.name}: {before:,} bytes, now {FONT.stat().st_size:,}")


if __name__ == "__main__":
    main()
