# SPDX-License-Identifier: EUPL-1.2
"""What comes in with a route: nothing that may never be kept, and nothing from another site."""

from __future__ import annotations

import pytest
from django.utils import timezone

from ruimbaan.parts.journey.kinds import KINDS
from ruimbaan.parts.routecheck.queries import never_kept, questionnaire
from ruimbaan.parts.routecheck.services import kept
from ruimbaan.parts.trust.services import begin
from tests.trust.people import account
from tests.trust.visiting import visitor

pytestmark = pytest.mark.django_db


def test_every_table_belongs_to_the_part_it_is_shown_with():
    assert [kind.table.part for kind in KINDS] == [kind.part for kind in KINDS]


def test_no_answer_about_what_is_never_kept_is_kept():
    never = never_kept()
    private = [
        (question.id, option.id)
        for question in questionnaire().questions()
        for option in question.options
        if never & {*option.facts, *option.absent, *option.planner_only}
    ]

    assert ("justice", "just-out") in private
    assert [one for one in private if kept({one[0]: (one[1],)}, {}).chosen] == []
    assert kept({"sleep": ("own-home",)}, {}).chosen == {"sleep": ("own-home",)}


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_route_from_another_site_is_not_even_shown(headers: dict[str, str]):
    one = account()
    begin(one.id, timezone.now())

    response = visitor(one).post("/mijn/route/nieuw", {"answers": "x"}, headers=headers)

    assert response.status_code == 403
