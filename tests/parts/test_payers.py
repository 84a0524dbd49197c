# SPDX-License-Identifier: EUPL-1.2
"""Who pays is told once: a step of a route has the colour of its line on the metro map."""

from __future__ import annotations

import pytest

from ruimbaan.core.directory.metro.money import pots_of
from ruimbaan.parts.directory.queries import list_regions
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
