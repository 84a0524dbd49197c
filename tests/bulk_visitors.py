# SPDX-License-Identifier: EUPL-1.2
"""Some of very many people, signed in: owners of files, and workers who may see something of some.

python -m tests.bulk_visitors COUNT FILE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from uuid import UUID

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from ruimbaan.core.trust.parties import PartyKind  # noqa: E402
from ruimbaan.parts.accounts.models import Account, MembershipRecord  # noqa: E402
from ruimbaan.parts.journey.kinds import KINDS  # noqa: E402
from ruimbaan.parts.trust.files.models import GrantRecord, Journey  # noqa: E402
from ruimbaan.parts.trust.services import begin  # noqa: E402
from tests.trust.visiting import visitor  # noqa: E402

OWN = ("/mijn", "/mijn/delen", "/mijn/wie-keek", "/mijn/alles", "/mijn/overdracht")
WORK = ("/gedeeld", "/werk", "/werk/overdracht")
ONE_WORKS = 4  # of so many


def some(count: int) -> list[dict[str, object]]:
    files = Journey.objects.exclude(owner=None).order_by("?")[: count - count // ONE_WORKS]
    made = [_owner(file) for file in files]
    members = MembershipRecord.objects.order_by("?")[: count // ONE_WORKS]
    return made + [_worker(one) for one in members]


def _owner(file: Journey) -> dict[str, object]:
    assert file.owner_id is not None
    reads = [*OWN, *(f"/mijn/{kind.path}" for kind in KINDS if kind.path != "terugblik")]
    return _visitor(file.owner_id, file.id, reads)


def _worker(member: MembershipRecord) -> dict[str, object]:
    shown = GrantRecord.objects.filter(party=member.id, party_kind=PartyKind.MEMBERSHIP)
    files = set(shown.values_list("journey", flat=True)[:30])
    reads = [*WORK, *(f"/gedeeld/{journey}/steun" for journey in sorted(files)[:3])]
    return _visitor(member.account_id, begin(member.account_id, timezone.now()), reads)


def _visitor(who: UUID, journey: UUID, reads: list[str]) -> dict[str, object]:
    browser = visitor(Account.objects.get(pk=who))
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value
    return {
        "session": session,
        "journey": str(journey),
        "reads": reads,
        "writes": "/mijn/notities",
    }


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(some(int(sys.argv[1]))), encoding="utf-8")
