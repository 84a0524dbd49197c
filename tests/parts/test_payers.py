# SPDX-License-Identifier: EUPL-1.2
"""Who pays is told once: a step of a route has the colour of its line on the metro map."""

from __future__ import annotations

import pytest
from django.utils import translation

from ruimbaan.core.directory.metro.money import pots_of
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.routes.presentation import payers
from ruimbaan.parts.routes.presentation.payers import payer_name, payer_of
from ruimbaan.ui.pictures.palette import Payer

pytestmark = pytest.mark.django_db


def test_every_step_has_the_colour_of_its_line():
    for region in list_regions().values():
        for service in region.world.services.values():
            assert payer_of(service).value == pots_of(service)[0], service.id


def test_an_initiative_stands_on_its_own_strength_whoever_adds_money():
    services = list_regions()["waalstad"].world.services.values()
    helped = [one for one in services if one.initiative and "subsidie" in one.frame.casefold()]

    assert helped
    assert {payer_of(one) for one in helped} == {Payer.OWN_STRENGTH}
    assert {payer_name(one) for one in helped} == {"eigen kracht"}


def test_no_pot_is_called_by_the_name_of_another():
    services = list_regions()["waalstad"].world.services.values()
    names = {one.frame: payer_name(one) for one in services}

    assert names["Wet BRP"] == names["huisvestingsverordening"] == "gemeente"
    assert names["Participatiewet"] == "bijstand"
    assert names["Zvw + gemeente"] == "zorgverzekering"


def test_every_frame_but_the_name_of_a_law_has_a_word_that_can_be_told_in_english(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(payers, "_", lambda words: f"<{words}>")
    services = [one for region in list_regions().values() for one in region.world.services.values()]

    as_it_is = {one.frame for one in services if not payer_name(one).startswith("<")}

    assert as_it_is <= {"", "J&V", "Wfz", "Wjsg"}


def test_a_contract_for_rent_is_paid_as_rent():
    services = list_regions()["grachtstad"].world.services.values()
    with translation.override("en"):
        names = {one.frame: payer_name(one) for one in services}

    assert names["huurcontract"] == "rent"
