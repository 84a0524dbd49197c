# SPDX-License-Identifier: EUPL-1.2
"""A server forks its workers. A line to a database that was open then would be one line of several: each
reads what another asked for."""

from __future__ import annotations

import json
from pathlib import Path

from tests.site_of_its_own import new_site


def test_nothing_of_a_database_is_open_when_workers_are_forked_off(tmp_path: Path, durable: str):
    site = new_site(tmp_path, durable)
    site.run("django", "collectstatic", "--no-input")

    assert json.loads(site.run("tests.opened_before_workers")) == []
