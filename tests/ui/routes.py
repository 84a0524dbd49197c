# SPDX-License-Identifier: EUPL-1.2
"""Route pictures for the tests: Stella's, written out, and any other one by chance."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from ruimbaan.ui.pictures.palette import Payer
from ruimbaan.ui.pictures.route_model import (
    Card,
    Flag,
    Heading,
    Lane,
    Leg,
    Link,
    Piece,
    PieceKind,
    RoutePicture,
    Without,
    WithoutRow,
)

TODAY = date(2026, 11, 21)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def leg(name: str, asked: int, starts: int, ends: int | None, **more: Any) -> Leg:
    until = None if ends is None else day(ends)
    facts: dict[str, Any] = {
        "what": name,
        "who": "De Wending",
        "payer": Payer.HEALTH_INSURANCE,
        "payer_name": "zorgverzekering",
        **more,
    }
    return Leg(id=name, asked=day(asked), starts=day(starts), ends=until, **facts)


STELLA = RoutePicture(
    title="De route op een tijdlijn",
    description="Inkomen: rond 2 januari.",
    today=TODAY,
    lanes=(
        Lane(
            "Behandeling",
            "zorgverzekering",
            Payer.HEALTH_INSURANCE,
            (
                leg("Huisarts", 0, 3, 3, wait="3 dagen", who="De Linde"),
                leg("Kliniek", 3, 101, 143, wait="14 weken", latest=day(40)),
            ),
            (Flag("Behandeling", day(143)),),
        ),
        Lane(
            "Adres",
            "gemeente",
            Payer.OTHER,
            (leg("Briefadres", 0, 14, 14, wait="2 weken", rings=(1,), thanks_to_room=True),),
        ),
        Lane(
            "Geld",
            "gemeente (bijstand)",
            Payer.BENEFIT,
            (leg("Uitkering", 14, 42, None, wait="4 weken", rings=(2,)),),
            (Flag("Inkomen", day(42)),),
        ),
        Lane(
            "Wonen",
            "huur",
            Payer.OTHER,
            (leg("Huurhuis", 42, 102, None, wait="2 maanden", who="Thuis aan de Vaart"),),
            (Flag("Woning", day(102)),),
        ),
    ),
    links=(
        Link("Huisarts", "Kliniek"),
        Link("Briefadres", "Uitkering", room=True),
        Link("Uitkering", "Huurhuis", room=True),
    ),
    without=Without(
        "En zonder vrije ruimte?",
        (
            WithoutRow(
                "Inkomen",
                "nodig 20 januari",
                (
                    Piece(PieceKind.GAP, day(60), day(317), "komt pas rond 4 oktober 2027"),
                    Piece(PieceKind.SUPPORT, day(317), None, "Inkomen"),
                ),
            ),
            WithoutRow(
                "Woning",
                "nodig 19 juli",
                (Piece(PieceKind.GAP, day(240), None, "komt er niet, als niemand iets doet"),),
            ),
        ),
    ),
)

WORDS = st.text("abcdefghijklmnop ABCDEFG éëïĳ&<>\"'ŒЖ漢 -", min_size=1, max_size=45)
NAMES = WORDS.filter(str.strip)
DAYS = st.integers(-60, 700)
LENGTHS = st.integers(0, 400)
RINGS = st.lists(st.integers(1, 12), max_size=3, unique=True).map(
    lambda found: tuple(sorted(found))
)


@st.composite
def legs(draw: st.DrawFn, name: str) -> Leg:
    asked, waited, lasting = draw(DAYS), draw(LENGTHS), draw(st.none() | LENGTHS)
    starts = asked + waited
    return leg(
        name,
        asked,
        starts,
        None if lasting is None else starts + lasting,
        what=draw(NAMES),
        who=draw(st.just("") | NAMES),
        payer=draw(st.sampled_from(Payer)),
        payer_name=draw(WORDS),
        wait=draw(st.sampled_from(("", "3 dagen", "14 weken"))),
        rings=draw(RINGS),
        thanks_to_room=draw(st.booleans()),
        latest=draw(st.none() | DAYS.map(day)),
    )


@st.composite
def lanes(draw: st.DrawFn, number: int) -> Lane:
    found = [draw(legs(f"{number}.{at}")) for at in range(draw(st.integers(0, 5)))]
    flags = st.builds(Flag, NAMES, DAYS.map(day))
    return Lane(
        draw(NAMES),
        draw(WORDS),
        draw(st.sampled_from(Payer)),
        tuple(found),
        tuple(draw(st.lists(flags, max_size=4))),
    )


@st.composite
def without_rows(draw: st.DrawFn) -> WithoutRow:
    """Pieces one after the other, the last perhaps beyond the picture."""
    edges = sorted(draw(st.lists(st.integers(0, 900), min_size=2, max_size=5, unique=True)))
    pieces = [
        Piece(draw(st.sampled_from(PieceKind)), day(start), day(end), draw(NAMES))
        for start, end in pairwise(edges)
    ]
    pieces.append(Piece(draw(st.sampled_from(PieceKind)), day(edges[-1]), None, draw(NAMES)))
    return WithoutRow(draw(NAMES), draw(WORDS), tuple(pieces))


CARDS = st.builds(Card, st.integers(1, 12), NAMES, WORDS, WORDS, WORDS)
HEADINGS = st.builds(Heading, NAMES, WORDS, WORDS, WORDS)


@st.composite
def routes(draw: st.DrawFn) -> RoutePicture:
    found = tuple(draw(lanes(number)) for number in range(draw(st.integers(0, 4))))
    names = [leg.id for lane in found for leg in lane.legs]
    links = st.builds(Link, st.sampled_from(names), st.sampled_from(names), st.booleans())
    rows = draw(st.lists(without_rows(), max_size=3))
    return RoutePicture(
        title=draw(NAMES),
        description=draw(NAMES),
        today=TODAY,
        lanes=found,
        links=tuple(draw(st.lists(links, max_size=4))) if names else (),
        without=Without(draw(NAMES), tuple(rows)) if rows else None,
        heading=draw(st.none() | HEADINGS),
        cards=tuple(draw(st.lists(CARDS, max_size=5))),
    )
