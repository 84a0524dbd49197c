# SPDX-License-Identifier: EUPL-1.2
"""The table twin: every leg of the picture with every fact that the picture has of it."""

from __future__ import annotations

from hypothesis import given

from ruimbaan.ui.pictures.route_table import columns, rows
from ruimbaan.ui.pictures.words import written_date
from tests.ui.routes import STELLA, routes


@given(routes())
def test_every_fact_of_every_leg_is_in_its_row(route):
    legs = sorted(
        ((lane, leg) for lane in route.lanes for leg in lane.legs),
        key=lambda found: (found[1].asked, found[1].starts, found[1].id),
    )
    table = rows(route, "nl", years=True)

    assert len(table) == len(legs)
    for (lane, leg), row in zip(legs, table, strict=True):
        assert len(row) == len(columns("nl"))
        told = " | ".join(row)
        facts = [leg.what, leg.who, leg.payer_name, lane.name, leg.wait, *map(str, leg.rings)]
        days = [leg.asked, leg.latest, leg.starts, None if leg.is_moment else leg.ends]
        facts += [written_date(found, "nl", year=True) for found in days if found]
        assert [fact for fact in facts if fact not in told] == []


def test_reads_as_a_table():
    assert columns("nl")[:3] == ("Wat", "Van wie", "Waarvoor, en wie betaalt")
    assert rows(STELLA, "nl")[1] == (
        *("Briefadres", "De Wending", "Adres: zorgverzekering", "21 november", "–", "2 weken"),
        *("5 december", "–", "1"),
    )
    assert rows(STELLA, "en")[-1][-2] == "stays"


def test_a_year_stands_where_a_day_is_far_away_or_when_asked():
    assert rows(STELLA, "nl", years=True)[0][3] == "21 november 2026"
