# SPDX-License-Identifier: EUPL-1.2
"""What people read about an answer that is not whole."""

from __future__ import annotations

from dataclasses import replace

from ruimbaan.cli.answer_tables import print_answer
from ruimbaan.core.directory.service import Condition, Loss
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.planner.solve import solve
from ruimbaan.integrations.worldfile import load_world
from tests.core.twins.tiny import offer, person, rule, tiny
from tools.paths import ROOT


def test_a_search_that_was_cut_short_is_said(capsys):
    world, stella = load_world(ROOT / "demo" / "voorbeeld").for_person("stella")
    answer = solve(world, stella)

    print_answer(world, stella, answer, 3, "nl")
    whole = capsys.readouterr().out
    print_answer(world, stella, replace(answer, complete=False), 3, "nl")
    cut_short = capsys.readouterr().out

    assert "Het zoeken is afgebroken." not in whole
    assert "Het zoeken is afgebroken. Misschien is er een betere weg." in cut_short


def test_what_does_not_go_together_is_said(capsys):
    detox = replace(offer("detox", "b", lasts=4), takes=(Loss("c", "bed-weg", after=2),))
    home = offer("huis", "a", needs=[Condition("b"), Condition("c", for_at_least=3)])
    here = tiny(detox, home, rules=[rule("bed-weg", 1)])
    somebody = person(Window("c"))
    answer = solve(here, somebody)

    print_answer(here, somebody, answer, 0, "nl")
    proven = capsys.readouterr().out
    not_proven = replace(answer, front=(replace(answer.front[0], gap=3), *answer.front[1:]))
    print_answer(here, somebody, not_proven, 0, "en")
    told = capsys.readouterr().out

    assert "Wat gaat niet samen?\nDit heb je niet tijdens detox: c.\n" in proven
    assert "Eerder kan niet: dat is nagerekend." in proven
    assert "It may be possible sooner, by at most 3 days" in " ".join(told.split())
