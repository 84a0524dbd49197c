# SPDX-License-Identifier: EUPL-1.2
"""Any question that fits the description, and many that do not, to every address: schemathesis.

A slice; with RUIMBAAN_API_EXAMPLES=500 in the environment (and -s to see the counts) it is the long
run.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.contract.api.standard import inlined

EXAMPLES = int(os.environ.get("RUIMBAAN_API_EXAMPLES", "8"))
DESCRIPTIONS = ("/hsds/openapi.json", "/api/v1/openapi.json")


def described(path: str) -> Any:
    """The description that the site gives, with the standard's schemas in it: nothing is fetched."""
    schema = schemathesis.openapi.from_dict(inlined(Client().get(path).json()))
    schema.app = get_wsgi_application()
    return schema


@pytest.mark.parametrize("path", DESCRIPTIONS)
def test_every_answer_is_as_described(path: str, subtests: pytest.Subtests):
    asked: Counter[str] = Counter()
    for found in described(path).get_all_operations():
        operation = found.ok()
        strategies = [
            operation.as_strategy(generation_mode=mode) for mode in schemathesis.GenerationMode
        ]

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
            derandomize=True,
        )
        @given(case=st.one_of(strategies))
        def answered(case: Any) -> None:
            asked[case.operation.label] += 1
            case.call_and_validate(headers={"host": "testserver", "accept-encoding": "identity"})

        with subtests.test(operation.label):
            answered()
    sys.stdout.write("".join(f"{name}: asked {count} times\n" for name, count in asked.items()))
    assert asked
