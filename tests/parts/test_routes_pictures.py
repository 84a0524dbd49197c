# SPDX-License-Identifier: EUPL-1.2
"""The pictures in the documentation are what the product draws today."""

from __future__ import annotations

import pytest

from tools.make_pictures import FOLDER, NAMES, svg


@pytest.mark.parametrize("language", NAMES)
def test_the_picture_is_in_step(language):
    drawn = FOLDER / f"{NAMES[language]}.svg"

    assert drawn.read_text(encoding="utf-8") == svg(language), "run: python -m tools.make_pictures"
    assert drawn.with_suffix(".png").exists()
