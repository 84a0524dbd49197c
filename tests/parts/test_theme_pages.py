# SPDX-License-Identifier: EUPL-1.2
"""The colours of whoever runs the site are on every page, and can be looked at in the gallery."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from ruimbaan.ui.theme.reading import parse

PURPLE = "--rb-main: #5b2a86;\n--rb-main-dark: #3f1d5e;"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/en/", "/inloggen"])
def test_every_page_asks_for_the_colours_when_there_are_any(path: str):
    theme = parse(PURPLE)
    with override_settings(THEME=theme):
        page = Client().get(path).content.decode()
        sheet = Client().get("/huisstijl.css")

    assert f'href="/huisstijl.css?{theme.mark}"' in page
    assert sheet.content.decode() == theme.css
    assert sheet.headers["Content-Type"].startswith("text/css")
    assert "huisstijl.css" not in Client().get(path).content.decode()


@pytest.mark.django_db
def test_the_gallery_shows_how_much_the_colours_differ():
    with override_settings(THEME=parse(PURPLE)):
        page = Client().get("/componenten").content.decode()

    assert "white / main" in page
