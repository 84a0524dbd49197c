# SPDX-License-Identifier: EUPL-1.2
"""What may be done with organisations, roles, invitations and recovery."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.http import HttpRequest

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts import memberships, organisations
from ruimbaan.parts.accounts.closing import close_account
from ruimbaan.parts.accounts.codes import digest_of as digest_of_code
from ruimbaan.parts.accounts.codes import new_code
from ruimbaan.parts.accounts.errors import AdministratorIsThere, AlreadyThere, LastAdministrator
from ruimbaan.parts.accounts.invitations import (
    ByMail,
    accept,
    accept_as_new,
    find_open,
    forget_ended,
    invite_close_one,
    invite_to_work,
    make_start_code,
    withdraw,
)
from ruimbaan.parts.accounts.invitations import new_account as open_account
from ruimbaan.parts.accounts.letters import address_of
from ruimbaan.parts.accounts.memberships import end as end_membership
from ruimbaan.parts.accounts.models import Account as NewAccount
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.accounts.organisations import end as end_organisation
from ruimbaan.parts.accounts.organisations import find_or_start as find_or_start_organisation
from ruimbaan.parts.accounts.organisations import start as start_organisation
from ruimbaan.parts.accounts.organisations import start_from_map
from ruimbaan.parts.accounts.reading import LONGEST_CALLED as MOST_CALLED
from ruimbaan.parts.accounts.recovering import confirm as confirm_recovery
from ruimbaan.parts.accounts.recovering import stop as stop_recovery
from ruimbaan.parts.accounts.recovering import use_code as use_recovery_code
from ruimbaan.parts.accounts.sessions import forget_ended as forget_sessions
from ruimbaan.parts.accounts.signing_in.changing import proved_lately
from ruimbaan.parts.accounts.signing_in.guarding import SignedIn, place_of
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.paper import new_code as new_paper_code
from ruimbaan.parts.accounts.signing_in.pictures import qr
from ruimbaan.parts.accounts.signing_in.services import sign_in

__all__ = [
    "MOST_CALLED",
    "ByMail",
    "LastAdministrator",
    "NewAccount",
    "SignedIn",
    "accept",
    "accept_as_new",
    "address_of",
    "close_account",
    "confirm_recovery",
    "digest_of_code",
    "end_membership",
    "end_organisation",
    "find_open",
    "find_or_start_organisation",
    "forget_ended",
    "forget_sessions",
    "invite_close_one",
    "invite_first_administrator",
    "invite_to_work",
    "make_start_code",
    "new_code",
    "new_paper_code",
    "open_account",
    "place_of",
    "proved_lately",
    "qr",
    "sign_in_as_new",
    "start_from_map",
    "start_organisation",
    "stop_recovery",
    "use_recovery_code",
    "withdraw",
]


def sign_in_as_new(request: HttpRequest, account: NewAccount) -> None:
    """Who came here just now with an account that began in this very request."""
    sign_in(request, account, How.NEW)


@transaction.atomic
def invite_first_administrator(organisation: str, at: datetime) -> str:
    """For who installs the site: the code for the first administrator, in an organisation with this
    name. Raises AdministratorIsThere."""
    if memberships.running(at).filter(role=Role.ADMINISTRATOR).exists():
        raise AdministratorIsThere
    try:
        place = organisations.start(organisation, legal_form=True)
    except AlreadyThere:
        place = Organisation.objects.get(name__iexact=organisation, region="", ended=None).id
    return invite_to_work(place, Role.ADMINISTRATOR, "", at=at)
