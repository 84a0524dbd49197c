# SPDX-License-Identifier: EUPL-1.2
"""Which activity plays which part: what is asked goes first, else common names in two languages."""

from __future__ import annotations

import pytest

from ruimbaan.analytics.measures.steps import NAMES, Step, resolve


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Verwijzing verstuurd", Step.SENT),
        ("referral_sent", Step.SENT),
        ("Verwijzing geaccepteerd", Step.ACCEPTED),
        ("Verwijzing afgewezen: wachtlijst", Step.REJECTED),
        ("niet aangenomen", Step.REJECTED),
        ("Referral not accepted", Step.REJECTED),
        ("Intakegesprek", Step.INTAKE),
        ("Eerste gesprek", Step.MET),
        ("DOEL BEREIKT", Step.GOAL),
        ("terugkoppeling aan verwijzer", Step.REPORTED),
        ("Detox week 1", Step.DETOX),
        ("Discharged", Step.CLOSED),
    ],
)
def test_common_names_are_known(name, step):
    assert resolve({}, [name]) == {step: (name,)}


@pytest.mark.parametrize(
    "name", ["doel niet bereikt", "gesprek", "verwijzing ontvangen", "disclosed", "not closed"]
)
def test_other_names_are_left_alone(name):
    assert resolve({}, [name]) == {}


def test_every_name_that_is_told_is_found():
    for step, names in NAMES.items():
        for name in names:
            assert resolve({}, [name]) == {step: (name,)}


def test_what_is_asked_goes_first_and_ends_the_search_for_that_part():
    found = resolve({Step.SENT: ("brief",)}, ["brief", "intake", "verwezen"])

    assert found == {Step.SENT: ("brief",), Step.INTAKE: ("intake",)}
