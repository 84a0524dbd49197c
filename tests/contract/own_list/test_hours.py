# SPDX-License-Identifier: EUPL-1.2
"""Opening hours as people write them; half understood is not understood."""

from __future__ import annotations

import pytest

from ruimbaan.integrations.own_list.hours import hours_of
from ruimbaan.integrations.own_list.values import day_of, is_free, with_zero


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("ma-vr 09:00-17:00", (("MO,TU,WE,TH,FR", "09:00", "17:00"),)),
        ("ma t/m vr 9.00 – 17.00 uur", (("MO,TU,WE,TH,FR", "09:00", "17:00"),)),
        ("maandag en woensdag: 13-16.30", (("MO,WE", "13:00", "16:30"),)),
        ("dagelijks 10:00 tot 24:00", (("MO,TU,WE,TH,FR,SA,SU", "10:00", "00:00"),)),
        (
            "di 9-12 en 13-17; za 10-12",
            (("TU", "09:00", "12:00"), ("TU", "13:00", "17:00"), ("SA", "10:00", "12:00")),
        ),
        ("Mon-Fri 9:00-17:00", (("MO,TU,WE,TH,FR", "09:00", "17:00"),)),
    ],
)
def test_hours_are_read(text, hours):
    assert hours_of(text) == hours


@pytest.mark.parametrize(
    "text",
    [
        "",
        "op afspraak",
        "ma-vr",
        "ma 9-12, behalve in de vakantie",
        "vr-ma 9-17",
        "24/7",
        "ma" * 400,
    ],
)
def test_what_is_not_wholly_understood_is_no_hours(text):
    assert hours_of(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22-11-2026", "2026-11-22"),
        ("1/2/26", "2026-02-01"),
        ("2026-11-22 00:00:00", "2026-11-22"),
        ("46348", "2026-11-22"),
        ("31-02-2026", None),
        ("gisteren", None),
    ],
)
def test_days_are_read_day_first_and_as_excel_counts(text, day):
    assert day_of(text) == day


def test_a_zero_comes_back_only_where_it_was():
    assert with_zero("241234567") == "0241234567"
    assert with_zero("0241234567") == "0241234567"
    assert with_zero("14024") == "14024"


@pytest.mark.parametrize("text", ["gratis", "Gratis.", "geen kosten", "€ 0,00"])
def test_free_is_free(text):
    assert is_free(text)


def test_something_is_not_free():
    assert not is_free("gratis voor leden, anders € 2")
