# SPDX-License-Identifier: EUPL-1.2
"""How long the server works on a page that anyone may open, once its first reader has been there."""

from __future__ import annotations

import sys
from time import process_time

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

MOST = 0.2  # seconds of work
PATHS = (
    "/",
    "/route/voorbeeld",
    "/route/voorbeeld/klem",
    "/routecheck/voorbeeld/karim",
    "/regels",
    "/steun/waalstad",
    "/steun/waalstad?zoek=schulden",
    "/kaart/waalstad",
    "/hsds/services?full=true",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_answers_at_once(path: str):
    client = Client()
    client.get(path)
    started = process_time()
    assert client.get(path).status_code == 200
    seconds = process_time() - started

    sys.stdout.write(f"\n{path}: {seconds * 1000:.0f} ms\n")
    assert seconds <= MOST
