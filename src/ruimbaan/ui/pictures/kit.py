# SPDX-License-Identifier: EUPL-1.2
"""The few elements of SVG that our pictures need, as text.

Everything is escaped. Looks come from presentation attributes only, because a strict content
security policy blocks style. Positions are absolute, so that a test can measure what overlaps.
"""

from __future__ import annotations

import hashlib
from html import escape

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.measure import text_width

FONT_FAMILY = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,sans-serif"
BASELINE = 0.34  # from the middle of a line of text down to its baseline, per unit of size

Attribute = str | float | None


def element(tag: str, *children: str, **attributes: Attribute) -> str:
    """One element. `stroke_width` becomes `stroke-width`; attributes that are None are left out."""
    written = "".join(
        f' {name.replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """At most one decimal, without a trailing zero."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def safe(words: str) -> str:
    """Text for between two tags; characters that XML does not know are left out."""
    return escape("".join(c for c in words if c.isprintable()), quote=False)


def text(
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    bold: bool = False,
    fill: str = palette.INK,
    anchor: str | None = None,
    halo: str | None = None,
) -> str:
    """A line of text with its baseline on `y`. A halo keeps it readable across lines."""
    return element(
        "text",
        safe(words),
        x=x,
        y=y,
        font_size=size,
        font_weight=700 if bold else None,
        fill=fill,
        text_anchor=anchor,
        paint_order="stroke" if halo else None,
        stroke=halo,
        stroke_width=8 if halo else None,
        stroke_linejoin="round" if halo else None,
    )


def middle(y: float, size: float) -> float:
    """The baseline of a text whose letters have their middle on `y`."""
    return y + size * BASELINE


def group(explanation: str, *children: str) -> str:
    """Shapes that belong together, with the whole story for whoever points at them."""
    return element("g", element("title", safe(explanation)), *children)


def pill_width(words: str, size: float) -> float:
    return text_width(words, size, bold=True) + 1.5 * size


def picture(
    width: float,
    height: float,
    *,
    title: str,
    description: str,
    body: str,
    definitions: str = "",
    top: float = 0,
    role: str = "img",
) -> str:
    """The whole drawing. Ids made by `own_id` in body and definitions become unique to it.
    `top` is where the drawing begins, downward from 0. What has links in it is a `group`: of an `img`
    nobody hears what is inside."""
    inside = element("defs", definitions) + body if definitions else body
    own = hashlib.sha256(f"{title}{description}{inside}".encode()).hexdigest()[:8]
    head = element("title", safe(title), id=f"p{own}-t")
    head += element("desc", safe(description), id=f"p{own}-d")
    return element(
        "svg",
        head,
        inside.replace(_OWN, f"p{own}-"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 {number(top)} {number(width)} {number(height)}",
        width=width,
        height=height,
        role=role,
        aria_labelledby=f"p{own}-t p{own}-d",
        font_family=FONT_FAMILY,
    )


_OWN = "\ue000"  # a private character: never printable, so never in a text


def own_id(name: str) -> str:
    """An id that no other picture on the page has."""
    return _OWN + name
