# SPDX-License-Identifier: EUPL-1.2
"""Some made-up people live a year through the product's own services: what stays of it is what was
drawn, and nothing of it happened after the day on which we look."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from django.db import transaction

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.frictions.models import ReportRecord
from ruimbaan.parts.handoff.models import HandoffRecord, Receipt
from tools.lived_year.living import Year
from tools.lived_year.place import make_places
from tools.lived_year.plan import read_plan

PEOPLE = 12


def lived(seed: int) -> Year:
    plan = replace(read_plan("waalstad"), seed=seed)
    year = Year(plan, {}, Random(seed))
    year.places = make_places(plan, year.begin)
    assert list(year.live(PEOPLE)) != []
    return year


@pytest.mark.django_db
def test_what_stays_of_a_year_is_what_happened_in_it():
    year = lived(5)

    ended = Counter(Receipt.objects.values_list("outcome", flat=True))
    assert year.told["people"] == PEOPLE
    assert HandoffRecord.objects.count() == year.told["asked"]
    assert ended[State.MET] == year.told["met"] > PEOPLE / 2
    assert ended[State.REJECTED] == year.told["no"]
    assert ended[State.CANCELLED_BY_PERSON] == year.told["stopped"]
    assert not ReportRecord.objects.exists()  # all were counted
    last = max(Receipt.objects.values_list("ended", flat=True))
    assert last <= year.plan.cut
    first = min(Receipt.objects.values_list("asked", flat=True))
    assert first >= year.begin.date() - timedelta(days=6)


@pytest.mark.django_db
def test_the_same_seed_is_the_same_year():
    years = []
    for seed in (5, 5, 6):
        with transaction.atomic():
            year = lived(seed)
            traces = Receipt.objects.values_list("service_type", "asked", "ended", "outcome")
            years.append((dict(year.told), dict(year.reports), Counter(traces)))
            transaction.set_rollback(True)

    assert years[0] == years[1]
    assert years[0] != years[2]
