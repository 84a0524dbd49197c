# SPDX-License-Identifier: EUPL-1.2
"""The report of a public log in a real browser: it breaks no rule, and fits on a narrow phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.e2e.axe import violations
from tools.paths import ROOT

LOG = ROOT / "tests" / "data" / "logs" / "eventdataR_patients.csv"
ASKED = (
    *("--case", "patient", "--activity", "handling", "--complete", "time"),
    *("--resource", "employee"),
)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_report_is_accessible_and_fits(browser: Browser, tmp_path: Path, width: int):
    made = CliRunner().invoke(
        app, ["frictions", "report", str(LOG), "--out", str(tmp_path), *ASKED]
    )
    assert made.exit_code == 0, made.output
    page = browser.new_page(viewport={"width": width, "height": 2400})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto((tmp_path / "report.html").as_uri())

    expect(page.get_by_role("heading", level=1)).to_have_text("Wat dit logboek vertelt")
    assert len(asked) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.close()
