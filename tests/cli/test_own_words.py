# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan words check`: what is found, and that the interface itself has nothing to mend."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from ruimbaan.cli.own_words import SAYS
from ruimbaan.integrations.language import RemarkKind


def test_the_interface_is_in_order_and_a_bad_text_beside_it_is_told(tmp_path: Path):
    folder = tmp_path / "omgeving"
    folder.mkdir()
    (folder / "buur.yaml").write_text(
        "intro: {nl: Naast jou woont een junk., en: Someone lives next door.}", encoding="utf-8"
    )

    result = CliRunner().invoke(app, ["words", "check", "--data", str(tmp_path), "--json"])

    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["texts"] > 5000
    assert told["findings"] == [
        {
            "place": "omgeving/buur.yaml.intro",
            "language": "nl",
            "level": "B1",
            "kind": "word",
            "said": "junk",
            "words": 0,
            "rather": "iemand die drugs gebruikt",
        }
    ]


def test_every_kind_of_remark_has_its_words():
    assert {kind.value for kind in RemarkKind} == SAYS.keys()
