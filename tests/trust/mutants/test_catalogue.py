# SPDX-License-Identifier: EUPL-1.2
"""The seeded faults fit the code of today. That each is noticed: `python -m tests.long.mutants`."""

from __future__ import annotations

import pytest

from tests.trust.mutants.catalogue import MUTANTS
from tests.trust.mutants.mutant import Mutant

ENOUGH = 40


def test_there_are_enough_and_each_has_its_own_name():
    assert len(MUTANTS) >= ENOUGH
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_fault_is_a_module_that_python_accepts(mutant: Mutant):
    assert mutant.text != mutant.becomes
    compile(mutant.source(), mutant.module, "exec")
