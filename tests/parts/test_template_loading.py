# SPDX-License-Identifier: EUPL-1.2
"""Templates lose their indents, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from django.template.loader import get_template

from ruimbaan.ui.loading import INDENT, WithoutIndents

TEMPLATES = Path(__file__).parents[2] / "src" / "ruimbaan" / "ui" / "templates"


def test_a_template_comes_without_indents_with_every_line_in_its_place():
    written = (TEMPLATES / "ui" / "base.html").read_text(encoding="utf-8")
    template: Any = get_template("ui/base.html")
    django: Any = engines["django"]

    read = WithoutIndents(django.engine).get_contents(template.origin)

    assert read.splitlines() == [line.lstrip() for line in written.splitlines()]


def test_what_is_filled_in_keeps_its_spaces():
    page = get_template("ui/components/say.html").render({"text": "een\n    twee"})

    assert "een\n    twee" in page


@pytest.mark.parametrize(
    ("written", "read"), [("a\n  b", "a\nb"), ("a \n\n\tb", "a \n\nb"), ("  a", "  a")]
)
def test_only_the_start_of_a_line_is_cut(written: str, read: str):
    assert INDENT.sub("\n", written) == read
