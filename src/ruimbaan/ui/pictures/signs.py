# SPDX-License-Identifier: EUPL-1.2
"""The signs of our visual language: ring, hourglass, flag, pill, zigzag and hatch."""

from __future__ import annotations

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, number, own_id, pill_width, text

HATCH = f"url(#{own_id('hatch')})"


def hatch() -> str:
    """The pattern of waiting, for among the definitions."""
    return element(
        "pattern",
        element("rect", width=8, height=8, fill=palette.WHITE),
        element("path", d="M0 0V8", stroke=palette.WAIT_STRIPE, stroke_width=5),
        id=own_id("hatch"),
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def ring(label: str, x: float, y: float, radius: float = 15) -> str:
    """Room to move: an amber ring with a number."""
    shape = element(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=palette.ROOM_GROUND,
        stroke=palette.ROOM,
        stroke_width=4,
    )
    return shape + text(
        label, x, middle(y, 16), 16, bold=True, fill=palette.ROOM_INK, anchor="middle"
    )


def hourglass(x: float, y: float) -> str:
    """Waiting, 10 wide and 14 high around its middle."""
    d = f"M{number(x - 5)} {number(y - 7)}h10m-10 14h10m-9-14c0 5 8 9 8 14m0-14c0 5-8 9-8 14"
    return element(
        "path", d=d, fill="none", stroke=palette.SOFT, stroke_width=2, stroke_linecap="round"
    )


def pill(
    words: str, x: float, y: float, size: float, *, fill: str, ink: str, edge: str | None = None
) -> str:
    """A few words on a rounded ground around (x, y)."""
    width, height = pill_width(words, size), 2 * size - 2
    ground = element(
        "rect",
        x=x - width / 2,
        y=y - height / 2,
        width=width,
        height=height,
        rx=height / 2,
        fill=fill,
        stroke=edge,
        stroke_width=2 if edge else None,
    )
    return ground + text(words, x, middle(y, size), size, bold=True, fill=ink, anchor="middle")


def waiting(left: float, right: float, y: float, height: float) -> str:
    """The hatched ground of a wait."""
    return element(
        "rect",
        x=left,
        y=y - height / 2,
        width=right - left,
        height=height,
        rx=min(10.0, (right - left) / 2),
        fill=HATCH,
        stroke=palette.WAIT,
        stroke_width=1.5,
        stroke_dasharray="5 4",
    )


def flag(words: str, x: float, top: float, width: float, height: float, foot: float) -> str:
    """A green flag whose pole stands on `foot`."""
    pole = element(
        "path",
        d=f"M{number(x)} {number(foot)}V{number(top + 2)}",
        stroke=palette.ARRIVED,
        stroke_width=3,
        stroke_linecap="round",
    )
    cut, half = 7, number(height / 2)
    cloth = element(
        "path",
        d=f"M{number(x - 1.5)} {number(top)}h{number(width)}l-{cut} {half}l{cut} {half}"
        f"h-{number(width)}z",
        fill=palette.ARRIVED,
    )
    return (
        pole
        + cloth
        + text(words, x + 7, middle(top + height / 2, 15), 15, bold=True, fill=palette.WHITE)
    )


def zigzag(left: float, right: float, y: float) -> str:
    """A gap: a broken red line."""
    teeth = max(int((right - left) // 6), 1)
    path = "".join("l6-8" if at % 2 else "l6 8" for at in range(teeth))
    return element(
        "path",
        d=f"M{number(left)} {number(y - 4)}{path}",
        fill="none",
        stroke=palette.GAP,
        stroke_width=3,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def bar(
    left: float,
    right: float,
    y: float,
    height: float,
    *,
    fill: str,
    edge: str | None = None,
    arrow: float = 0,
) -> str:
    """A rounded bar; with an arrow it goes on beyond its right end."""
    top, radius = y - height / 2, min(10.0, (right - left) / 2)
    width = 4 if edge else None
    if not arrow:
        return element(
            "rect",
            x=left,
            y=top,
            width=right - left,
            height=height,
            rx=radius,
            fill=fill,
            stroke=edge,
            stroke_width=width,
        )
    r, tip, half = number(radius), number(arrow), number(height / 2)
    outline = (
        f"M{number(left + radius)} {number(top)}H{number(right)}l{tip} {half}l-{tip} {half}"
        f"H{number(left + radius)}q-{r} 0-{r}-{r}v-{number(height - 2 * radius)}q0-{r} {r}-{r}z"
    )
    return element(
        "path", d=outline, fill=fill, stroke=edge, stroke_width=width, stroke_linejoin="round"
    )
