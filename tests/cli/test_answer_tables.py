# SPDX-License-Identifier: EUPL-1.2
"""What people read about an answer that is not whole."""

from __future__ import annotations

from dataclasses import replace

from ruimbaan.cli.answer_tables import print_answer
from ruimbaan.core.planner.solve import solve
from ruimbaan.integrations.worldfile import load_world
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
