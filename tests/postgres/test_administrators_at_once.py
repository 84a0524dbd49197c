# SPDX-License-Identifier: EUPL-1.2
"""Two administrators who end each other's work at the same moment: one of them stays."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import transaction
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.errors import LastAdministrator
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.accounts.services import end_membership
from tests.postgres.waiting import begun
from tests.trust.people import worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as one:
        yield one


def test_of_two_who_end_each_other_one_stays(pool: ThreadPoolExecutor):
    here = Organisation.objects.create(name="Hier")
    first, second = (worker(here, Role.ADMINISTRATOR) for _ in range(2))
    earlier = timezone.now()
    with transaction.atomic():
        end_membership(first.id, timezone.now())
        ending = begun(pool, lambda: end_membership(second.id, earlier))

    with pytest.raises(LastAdministrator):
        ending.result()
    assert MembershipRecord.objects.get(role=Role.ADMINISTRATOR, ends=None).id == second.id


def test_who_ends_other_work_at_once_does_not_wait_for_who_waits(pool: ThreadPoolExecutor):
    here = Organisation.objects.create(name="Hier")
    stays, goes = (worker(here, Role.ADMINISTRATOR) for _ in range(2))
    others = [worker(here) for _ in range(2)]
    now = timezone.now()
    with transaction.atomic():
        end_membership(others[0].id, now)
        ending = begun(pool, lambda: [end_membership(one.id, now) for one in (goes, *others)])
        end_membership(others[1].id, now)
    ending.result()

    assert [one.id for one in MembershipRecord.objects.filter(ends=None)] == [stays.id]
