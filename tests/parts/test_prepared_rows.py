# SPDX-License-Identifier: EUPL-1.2
"""A prepared query answers as the query itself does, and as the database is now."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.integrations.prepared_rows import PreparedRows, Value
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation

NOW = timezone.now()


def at(account: UUID, now: Value) -> QuerySet[MembershipRecord]:
    rows = MembershipRecord.objects.filter(account=account, starts__lte=now)
    return rows.exclude(ends__lte=now).order_by("starts", "id")


def works(account: Account, *days: int) -> None:
    place = Organisation.objects.create(name="Herstelplek De Kade")
    for day in days:
        MembershipRecord.objects.create(
            account=account,
            organisation=place,
            role=Role.WORKER,
            starts=NOW + timedelta(days=day),
            ends=NOW + timedelta(days=day + 3),
        )


def test_it_answers_as_the_query_itself_does():
    noor, ali = (Account.objects.create_account(name) for name in ("noor", "ali"))
    works(noor, -1, -2, -9, 4)
    works(ali, -1)
    prepared = PreparedRows(at)

    for account in (noor, ali, noor):
        for moment in (NOW, NOW + timedelta(days=5), NOW - timedelta(days=8)):
            wanted = list(at(account.pk, moment))
            found = prepared(account.pk, moment)
            assert found == wanted
            assert [(one.role, one.starts, one.ends) for one in found] == [
                (one.role, one.starts, one.ends) for one in wanted
            ]
    assert len(prepared(noor.pk, NOW)) == 2


def test_it_keeps_no_answer():
    noor = Account.objects.create_account("noor")
    prepared = PreparedRows(at)
    assert prepared.first(noor.pk, NOW) is None

    works(noor, -1)
    assert prepared.first(noor.pk, NOW) is not None

    MembershipRecord.objects.all().delete()
    assert prepared(noor.pk, NOW) == []


def test_the_sql_is_worked_out_once(django_assert_num_queries):
    asked: list[Value] = []

    def named(name: str) -> QuerySet[Account]:
        asked.append(name)
        return Account.objects.filter(code_name=name)

    prepared = PreparedRows(named)
    Account.objects.create_account("o'neill%s")
    with django_assert_num_queries(3):
        found = [prepared.first(name) for name in ("o'neill%s", "x' OR ''='", "")]

    assert len(asked) == 1
    assert asked[0] not in ("o'neill%s", "")
    assert [one is not None for one in found] == [True, False, False]


def test_a_fixed_part_of_the_query_stays():
    Account.objects.create_account("noor", called="Noor")
    prepared = PreparedRows(lambda name: Account.objects.filter(called="Noor", code_name=name))

    assert prepared.first("noor") is not None
    assert prepared.first("Noor") is None


def test_a_query_that_leaves_a_value_out_is_a_fault_of_ours():
    prepared = PreparedRows(lambda account, _now: Account.objects.filter(id=account))

    with pytest.raises(TypeError, match="leaves out"):
        prepared(uuid4(), NOW)
    with pytest.raises(TypeError, match="no int"):
        PreparedRows(lambda n: Account.objects.filter(called=n))(3)  # type: ignore[arg-type]
