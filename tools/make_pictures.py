# SPDX-License-Identifier: EUPL-1.2
"""Draws the example's route for the documentation, with the product's own picture.

    python -m tools.make_pictures

writes docs/pictures/route-voorbeeld.{svg,png} and route-example.{svg,png}. The PNG needs Chromium.
A test compares the SVG with what the code draws now.
"""

from __future__ import annotations

import base64
import os
import sys
from dataclasses import replace
from pathlib import Path

import django
from django.utils import translation
from playwright.sync_api import sync_playwright

from ruimbaan.core.kernel.texts import Language, Text
from tools.paths import ROOT, SOURCE, shown

FONT = SOURCE / "ui/static/ruimbaan/fonts/atkinson-hyperlegible-next-latin.woff2"
FOLDER = ROOT / "docs" / "pictures"
NAMES: dict[Language, str] = {"nl": "route-voorbeeld", "en": "route-example"}
CHROMIUM = "/usr/bin/chromium"
SHARPNESS = 2  # pixels of the PNG per unit of the drawing
TITLE = Text("De route van {name}", "{name}’s route")
LEAD = Text(
    "{goal} is er rond {day}. Zonder vrije ruimte is dat pas rond {later}.",
    "{goal} comes around {day}. Without room to act that is only around {later}.",
)
GAIN = Text("{days} dagen eerder", "{days} days earlier")
THANKS = Text("dankzij vrije ruimte", "thanks to room to act")
WHO = Text("Ja zeggen kan: {who}", "Who can say yes: {who}")


def svg(language: Language) -> str:
    """The example's best route with heading and cards, and with the font inside it."""
    from ruimbaan.parts.routes import queries
    from ruimbaan.parts.routes.presentation.asks import ask
    from ruimbaan.parts.routes.presentation.lanes import route_picture
    from ruimbaan.parts.routes.presentation.shown import Shown, first_in_time
    from ruimbaan.ui.pictures.route import draw
    from ruimbaan.ui.pictures.route_model import Card, Heading

    solved = queries.find_example()
    if solved is None:
        sys.exit("There is no example world in demo/voorbeeld.")
    with translation.override(language):
        index = first_in_time(solved.answer)
        route = Shown(solved.world, solved.situation, solved.answer, index, language)
        late = route.late_by(route.practice)
        goal = max(late, key=lambda fact: late[fact] or route.answer.horizon)
        here = route.plan.arrivals[goal] or 0
        there = route.practice.arrivals[goal] or route.answer.horizon
        asks = [ask(route, rule) for rule in route.flexed_rules(route.plan)]
        sources = [rule.source for rule in route.flexed_rules(route.plan)]
        words = {
            "name": route.situation.name,
            "goal": route.title(goal),
            "day": route.day(here),
            "later": route.day(there),
            "days": there - here,
        }
        heading = Heading(*(_told(text, language, words) for text in (TITLE, LEAD, GAIN, THANKS)))
        cards = tuple(
            Card(
                one.number,
                one.title,
                source,
                _told(WHO, language, {"who": one.who}),
                one.gain.split("<br>")[0],
            )
            for one, source in zip(asks, sources, strict=True)
            if one.number
        )
        picture = replace(route_picture(route), heading=heading, cards=cards)
        return _with_font(draw(picture, language))


def _told(text: Text, language: Language, words: dict[str, object]) -> str:
    return text.in_language(language).format_map(words)


def _with_font(drawing: str) -> str:
    """A picture in a document cannot load a font, so it carries its own."""
    font = base64.b64encode(FONT.read_bytes()).decode()
    style = (
        "<style>@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;"
        f"src:url(data:font/woff2;base64,{font})}}</style>"
    )
    return drawing.replace("<defs>", f"<defs>{style}", 1) + "\n"


def write_png(drawing: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(device_scale_factor=SHARPNESS)
        page.set_content(f"<body style='margin:0'>{drawing.read_text(encoding='utf-8')}</body>")
        page.evaluate("document.fonts.ready")
        page.locator("svg").screenshot(path=drawing.with_suffix(".png"))
        browser.close()


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    for language, name in NAMES.items():
        drawing = FOLDER / f"{name}.svg"
        drawing.write_text(svg(language), encoding="utf-8")
        write_png(drawing)
        print(shown(drawing), shown(drawing.with_suffix(".png")))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
    os.environ.setdefault("RUIMBAAN_DEMO", "1")
    django.setup()
    sys.exit(main())
