# SPDX-License-Identifier: EUPL-1.2
"""Whatever an importer reads is stored whole or not at all. The long run is
tests/long/fuzz_importers.py."""

from __future__ import annotations

from random import Random

import pytest

from tests.contract.fuzzing.storing import store_one

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["HSDS", "Ohana", "own list"])
@pytest.mark.parametrize("seed", range(6))
def test_an_import_is_whole_or_not_there(name: str, seed: int):
    store_one(name, Random(seed))
