# SPDX-License-Identifier: EUPL-1.2
"""Metro maps for the tests: a small one written out, and any other one by chance."""

from __future__ import annotations

from hypothesis import strategies as st

from ruimbaan.core.directory.metro.derive import lines_of
from ruimbaan.core.directory.metro.layout import Sizes
from ruimbaan.core.directory.metro.money import BENEFIT, DEBT, HEALTH, NAMES, OWN, SUPPORT
from ruimbaan.core.directory.metro.network import Gap, Loop, Network, Ring, Station, Walk
from ruimbaan.core.directory.metro.stages import STAGES
from ruimbaan.core.kernel.texts import Text


def station(code: str, stage: int, *lines: str, wait: int | None = 14, **more) -> Station:
    named = Text(code.capitalize(), f"The {code}")
    facts = {"provider": "De Wending", "forms": (code,), "wait": wait, **more}
    return Station(code, named, lines, stage, **facts)


def network(stations, **more) -> Network:
    return Network(Text("Waalstad"), STAGES, tuple(stations), lines_of(stations), **more)


STATIONS = (
    station("huisarts", 0, HEALTH, wait=7),
    station("detox", 1, HEALTH),
    station("kliniek", 1, HEALTH, wait=98, domain="MID"),
    station("wijkteam", 0, SUPPORT, walk_in=True, wait=0),
    station("opvang", 1, SUPPORT, wait=None),
    station("hulp-thuis", 2, SUPPORT, wait=63),
    station("briefadres", 0, BENEFIT),
    station("bijstand", 1, BENEFIT, wait=35),
    station("schuldhulp", 1, DEBT, forms=("schuldhulp", "spoedhulp")),
    station("zelfhulp", 2, OWN, HEALTH, initiative=True, wait=0),
    station("herstelplek", 2, OWN, SUPPORT, initiative=True),
    station("eigen-huis", 3, SUPPORT, wait=364, arrives=True),
)
SMALL = network(
    STATIONS,
    gaps=(
        Gap(
            "kliniek",
            "hulp-thuis",
            Text("Wie betaalt deze 9 weken?", "Who pays for these 9 weeks?"),
            Text("Van zorgverzekering naar gemeente", "Health insurance to municipality"),
        ),
    ),
    walks=(Walk("wijkteam", "briefadres"),),
    loops=(
        Loop(
            ("briefadres", "bijstand"),
            (
                Text("Geen adres, geen geld.", "No address, no money."),
                Text("Geen geld, geen adres."),
            ),
        ),
    ),
    rings=(
        Ring("hulp-thuis", (Text("Eerst besluiten", "Decide first"),), 19),
        Ring("opvang", (Text("Regiobinding", "Local ties"),), 3),
        Ring("eigen-huis", (Text("Urgentie", "Priority"),)),
    ),
)
SIZES = Sizes(
    {one.id: (110.0, 60.0) for one in STATIONS}, gaps=((230.0, 52.0),), loops=((180.0, 52.0),)
)


@st.composite
def networks(draw: st.DrawFn, most: int = 18) -> Network:
    """Any stations on any lines, with gaps, walks, loops and rings between any of them."""
    pots = st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=3, unique=True)
    found = [
        station(
            f"s{at}",
            draw(st.integers(0, len(STAGES) - 1)),
            *draw(pots),
            wait=draw(st.none() | st.integers(0, 400)),
            order=draw(st.integers(0, 3)),
            domain=draw(st.sampled_from(("WON", "MID", "FIN"))),
            district=draw(st.sampled_from(("", "Noord", "Zuid"))),
        )
        for at in range(draw(st.integers(1, most)))
    ]
    if len(found) < 2:
        return network(found)
    codes = [one.id for one in found]
    pairs = st.lists(st.sampled_from(codes), min_size=2, max_size=2, unique=True)
    words = Text("Wie betaalt dit?", "Who pays?")
    circles = st.lists(st.sampled_from(codes), min_size=2, max_size=3, unique=True)
    return network(
        found,
        gaps=tuple(Gap(a, b, words, words) for a, b in draw(st.lists(pairs, max_size=2))),
        walks=tuple(Walk(a, b) for a, b in draw(st.lists(pairs, max_size=2))),
        loops=tuple(Loop(tuple(c), (words, words)) for c in draw(st.lists(circles, max_size=1))),
        rings=tuple(
            Ring(code, (words,), draw(st.none() | st.integers(1, 99)))
            for code in sorted(draw(st.sets(st.sampled_from(codes))))
        ),
    )


@st.composite
def sizes_of(draw: st.DrawFn, made: Network) -> Sizes:
    one = st.tuples(st.integers(20, 190), st.integers(20, 100))
    return Sizes(
        {station.id: draw(one) for station in made.stations},
        tuple(draw(one) for _ in made.gaps),
        tuple(draw(one) for _ in made.loops),
    )
