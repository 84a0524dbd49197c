# SPDX-License-Identifier: EUPL-1.2
"""publiccode.yml keeps to the standard, version 0.4, in both languages of the product."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tools.paths import ROOT

FILE: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}


def test_what_is_mandatory_is_there():
    assert FILE.keys() >= MANDATORY
    assert FILE["publiccodeYmlVersion"] == "0.4"
    assert FILE["legal"]["license"] == "EUPL-1.2"
    assert FILE["maintenance"]["contacts"][0]["name"]
    assert FILE["localisation"]["localisationReady"] is True


@pytest.mark.parametrize("language", FILE["localisation"]["availableLanguages"])
def test_a_description_has_the_length_that_catalogues_show(language):
    text = FILE["description"][language]

    assert len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert text["features"]
