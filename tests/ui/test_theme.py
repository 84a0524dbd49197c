# SPDX-License-Identifier: EUPL-1.2
"""Colours of whoever runs the site: read strictly, measured, and put on every page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from ruimbaan.project import theming
from ruimbaan.ui.theme.errors import (
    NotAColour,
    NotYoursToChange,
    ThemeNotRead,
    TooLittleContrast,
)
from ruimbaan.ui.theme.reading import (
    MAY_CHANGE,
    demand_contrast,
    from_file,
    own_colours,
    parse,
)

PURPLE = """/* gemeente Waalstad
   huisstijl 2026 */
--rb-main: #5B2A86;
--rb-main-dark: #3f1d5e;

--rb-main-ink: #271139;
--rb-main-light: #eadff3;
--rb-main-mist: #f5eff9;
--rb-main-soft: #dcc9ea;
"""
PALE = "--rb-main: #79c0bd;"


def test_our_own_colours_are_read_from_the_sheet_that_pages_load():
    tokens = Path(__file__).parents[2] / "frontend" / "css" / "tokens.css"

    for name, colour in own_colours().items():
        short = "#" + colour[1::2]
        said = tokens.read_text(encoding="utf-8")
        assert f"--rb-{name}: {colour};" in said or f"--rb-{name}: {short};" in said
    assert set(MAY_CHANGE) <= own_colours().keys()


def test_a_file_gives_its_colours_and_the_ramp_of_components_follows():
    css = parse(PURPLE).css

    assert css.startswith("@layer tokens{:root{")
    assert "--rb-main:#5b2a86" in css
    assert "--voorbeeld-kleuren-violet-500:#5b2a86" in css
    assert "--voorbeeld-kleuren-violet-100:#eadff3" in css


def test_a_part_of_the_colours_is_enough_and_nothing_is_nothing():
    assert parse("--rb-main: #053;").changed == {"main": "#005533"}
    assert (parse("").css, parse("/* none */").mark) == ("", "")


@pytest.mark.parametrize(
    "line",
    [
        "--rb-main: red;",
        "--rb-main: #12345;",
        "--rb-main: #123456} body{display:none",
        "--rb-main: #123456; --rb-main-ink: #000",
        "@import url(https://elsewhere.example/x.css);",
        ":root {",
        "--rb-main: url(//elsewhere.example);",
    ],
)
def test_anything_but_a_colour_on_a_line_is_refused(line: str):
    with pytest.raises(NotAColour) as found:
        parse(f"/* one\ntwo */\n{line}")

    assert found.value.details["line"] == 3


@pytest.mark.parametrize("name", ["room", "gap", "arrived", "ink", "no-such"])
def test_colours_that_mean_something_stay(name: str):
    with pytest.raises(NotYoursToChange):
        parse(f"--rb-{name}: #123456;")


@given(st.text(max_size=80))
def test_whatever_stands_in_a_file_nothing_else_gets_into_the_sheet(said: str):
    try:
        css = parse(f"--rb-main: #123456;\n{said}").css
    except (NotAColour, NotYoursToChange):
        return
    assert set(css) <= set("@layertokens{}:root;-bmindkhgvu0123456789abcdef# \nsfcjw")
    assert css.count("{") == css.count("}") == 2


def test_a_file_that_is_not_there_or_too_large_is_said(tmp_path: Path):
    (tmp_path / "large").write_text("/* " + "x" * 30_000 + " */")

    for name in ("none", "large"):
        with pytest.raises(ThemeNotRead):
            from_file(tmp_path / name)


def test_a_site_with_colours_that_nobody_can_read_stays_shut(tmp_path: Path):
    file = tmp_path / "colours.css"
    file.write_text(PALE)

    with pytest.raises(ImproperlyConfigured, match=r"white / main 2\.1 < 4\.5"):
        theming.read(str(file))

    file.write_text(PURPLE)
    assert theming.read(str(file)).changed["main"] == "#5b2a86"


def test_what_one_is_told_to_do_helps_light_on_dark_too():
    """White on a main colour: a darker front would only make it worse."""
    light = "--rb-main-dark: #6aa5a6;"
    with pytest.raises(TooLittleContrast, match=r"white / main-dark 2\.8 < 4\.5") as found:
        demand_contrast(parse(light))

    advice = found.value.advice
    assert advice.nl.startswith("Maak het verschil groter: de donkere kleur donkerder")
    assert advice.en.startswith("Make the difference larger: the dark colour darker")
    demand_contrast(parse("--rb-main-dark: #1a5556;"))


def test_the_command_measures_each_pair(tmp_path: Path):
    file = tmp_path / "colours.css"
    file.write_text(PURPLE)
    run = CliRunner().invoke

    good = run(app, ["theme", "check", str(file), "--json"])
    file.write_text(PALE)
    bad = run(app, ["theme", "check", str(file)])
    file.write_text("body {}")
    wrong = run(app, ["theme", "check", str(file), "--language", "en"])

    assert good.exit_code == 0
    assert all(one["enough"] for one in json.loads(good.stdout))
    assert (bad.exit_code, wrong.exit_code) == (1, 2)
    assert "RB-THEME-002" in wrong.output


def test_the_example_is_our_own_and_can_be_read():
    said = CliRunner().invoke(app, ["theme", "example"]).stdout

    assert {**parse(said).changed} == {name: own_colours()[name] for name in MAY_CHANGE}
