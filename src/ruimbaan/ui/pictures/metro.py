# SPDX-License-Identifier: EUPL-1.2
"""The metro map: lines are money, stations are support, broken links are gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ruimbaan.core.directory.metro.grid import Road
from ruimbaan.core.directory.metro.layout import Layout
from ruimbaan.core.directory.metro.network import Gap, Loop, Network, Station
from ruimbaan.core.directory.metro.notes import Note
from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures import metro_shapes as shapes
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, picture
from ruimbaan.ui.pictures.metro_flows import draw_flows
from ruimbaan.ui.pictures.metro_frame import (
    MARGIN,
    Frame,
    colour_of,
    draw_bands,
    draw_heading,
    draw_legend,
    frame_of,
    heading_height,
    narrowest,
)
from ruimbaan.ui.pictures.metro_labels import Label, draw_label, draw_note, label_of, measure
from ruimbaan.ui.pictures.metro_model import Badge, MetroPicture, Overlay
from ruimbaan.ui.pictures.metro_words import station_story, times_words

__all__ = ["MetroPicture", "Overlay", "draw", "measure"]

_FADED = 0.25
_FADED_WORDS = 0.55

Steps = Mapping[str, tuple[str, ...]]
Badges = Mapping[str, Badge]


def draw(metro: MetroPicture, language: Language) -> str:
    """The picture as one SVG element, the same for the same input. Only draws: the layout was
    made before, with the sizes of `measure`."""
    network, layout = metro.network, metro.layout
    labels = {one.id: label_of(one, language) for one in network.stations}
    above = heading_height(metro.heading, metro.lead)
    least = narrowest(network, metro.heading, metro.lead, language)
    frame = frame_of(network, layout, labels, language, above, least)
    steps = metro.overlay.steps_at(network) if metro.overlay else None
    badges = _badges(metro, steps)
    fainter = badges is not None and not (metro.layer and metro.layer.gaps)
    legend, bottom = draw_legend(network, layout, frame, language)
    body = [
        element("rect", width=frame.width, height="100%", fill=palette.WHITE),
        draw_heading(metro.heading, metro.lead),
        *draw_bands(network, layout, frame, language),
        *_lines(layout, frame, steps, faded=badges is not None),
        *_links(network, layout, frame, language, faded=fainter),
        *_plates(network, layout, frame, faded=badges is not None),
        *_stations(network, layout, labels, frame, language, badges),
        *_notes(network, layout, frame, language, faded=fainter),
        *draw_flows(metro.layer, layout, frame),
        legend,
    ]
    return picture(
        frame.width,
        bottom + MARGIN - 24,
        title=metro.title,
        description=metro.description,
        body="".join(body),
    )


def _badges(metro: MetroPicture, steps: Steps | None) -> Badges | None:
    """None when the whole map is looked at."""
    if steps is None:
        return metro.layer.badges if metro.layer else None
    return {
        code: Badge("·".join(numbers), palette.INK, palette.WHITE)
        for code, numbers in steps.items()
    }


def _lines(layout: Layout, frame: Frame, steps: Steps | None, *, faded: bool) -> Iterator[str]:
    for line, roads in layout.tracks:
        if roads:
            drawn = shapes.track(shapes.path(roads, frame.shift), colour_of(line))
            yield _fade(drawn, _FADED) if faded else drawn
    if steps is not None:
        for line, roads in layout.tracks:
            for piece in _travelled(roads, layout, steps):
                yield shapes.stroke(
                    shapes.path(piece, frame.shift), colour_of(line), shapes.LINE_WIDTH
                )


def _travelled(roads: tuple[Road, ...], layout: Layout, steps: Steps) -> Iterator[tuple[Road, ...]]:
    """The pieces of a track of which both ends are in the plan."""
    stops = {layout.places[code] for code in steps}
    return ((road,) for road in roads if road[0] in stops and road[-1] in stops)


def _plates(network: Network, layout: Layout, frame: Frame, *, faded: bool) -> Iterator[str]:
    numbers = {line.id: at for at, line in enumerate(network.lines, start=1)}
    for plate in layout.plates:
        x, y = plate.centre[0] + frame.shift[0], plate.centre[1] + frame.shift[1]
        drawn = shapes.plate(str(numbers[plate.line]), x, y, colour_of(plate.line))
        yield _fade(drawn, _FADED) if faded else drawn


def _fade(drawn: str, opacity: float) -> str:
    return f'<g opacity="{opacity:g}">{drawn}</g>'


def _links(
    network: Network, layout: Layout, frame: Frame, language: Language, *, faded: bool
) -> Iterator[str]:
    """Walks, gaps and loops, each with its story."""
    for walk, road in zip(network.walks, layout.walks, strict=True):
        drawn = shapes.walk(shapes.path((road,), frame.shift))
        yield _told(network, (walk.source, walk.target), drawn, language, faded=faded)
    for gap, note in zip(network.gaps, layout.gaps, strict=True):
        drawn = shapes.gap(shapes.path(note.roads, frame.shift))
        drawn += shapes.gap_sign(*shapes.in_picture(note.sign, frame.shift))
        question = gap.question.in_language(language)
        ends = gap.source, gap.target
        yield _told(network, ends, drawn, language, faded=faded, says=f": {question}")
    for loop, note in zip(network.loops, layout.loops, strict=True):
        drawn = "".join(_loop(road, frame, both=len(note.roads) == 1) for road in note.roads)
        yield _told(network, loop.stations, drawn, language, faded=faded)


def _told(
    network: Network,
    stations: tuple[str, ...],
    drawn: str,
    language: Language,
    *,
    faded: bool,
    says: str = "",
) -> str:
    names = " – ".join(network.by_id[code].name.in_language(language) for code in stations)
    told = group(names + says, drawn)
    return _fade(told, _FADED) if faded else told


def _loop(road: Road, frame: Frame, *, both: bool) -> str:
    points = [shapes.in_picture(point, frame.shift) for point in road]
    drawn = shapes.loop(shapes.path((road,), frame.shift))
    drawn += shapes.arrow_head(points[-1], points[-2])
    return drawn + (shapes.arrow_head(points[0], points[1]) if both else "")


def _notes(
    network: Network, layout: Layout, frame: Frame, language: Language, *, faded: bool
) -> Iterator[str]:
    said_of: list[tuple[Gap | Loop, Note]] = [*zip(network.gaps, layout.gaps, strict=True)]
    said_of += zip(network.loops, layout.loops, strict=True)
    for said, note in said_of:
        if note.box:
            centre = note.box[0] + frame.shift[0], note.box[1] + frame.shift[1]
            drawn = draw_note(said, centre, language)
            yield _fade(drawn, _FADED_WORDS) if faded else drawn


def _stations(
    network: Network,
    layout: Layout,
    labels: Mapping[str, Label],
    frame: Frame,
    language: Language,
    badges: Badges | None,
) -> Iterator[str]:
    for station in network.stations:
        at = layout.places[station.id]
        x, y = shapes.in_picture(at, frame.shift)
        side = layout.sides[station.id]
        label = draw_label(labels[station.id], station, at, side, frame.shift)
        below = "n" in side.value
        drawn = group(
            station_story(network, station, language),
            _stop(network, station, x, y, below=below),
            label,
        )
        if badges is None:
            yield drawn
        elif station.id in badges:
            one = badges[station.id]
            yield drawn
            if one.words:
                yield shapes.badge(one.words, x, y, one.ground, one.ink, below=below, size=one.size)
        else:
            yield _fade(drawn, _FADED)


def _stop(network: Network, station: Station, x: float, y: float, *, below: bool) -> str:
    colour = colour_of(station.lines[0]) if station.lines else colour_of("")
    if network.is_interchange(station.id):
        drawn = shapes.interchange(x, y)
    elif station.arrives:
        drawn = shapes.arrived(x, y, colour)
    else:
        drawn = shapes.stop(x, y, colour)
    ring = network.ring_at.get(station.id)
    if ring is None:
        return drawn
    drawn += shapes.ring(x, y)
    counted = times_words(ring)
    if counted:
        drawn += shapes.badge(counted, x, y, palette.ROOM, palette.INK, below=below)
    return drawn
