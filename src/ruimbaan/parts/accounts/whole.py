# SPDX-License-Identifier: EUPL-1.2
"""All that is kept of an account, for the person to take along. Secrets are named, never shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.parties import Role
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.accounts.models import Account, Invitation, MembershipRecord
from ruimbaan.parts.accounts.presentation.words import how_name, recovery_state, role_name, way_name
from ruimbaan.parts.accounts.recoveries import recoveries_of
from ruimbaan.parts.accounts.signing_in.models import OtherSiteLink, PaperCode, SessionRecord

KIND = Text("Soort", "Kind")
MADE = Text("Gemaakt", "Made")
ENDS = Text("Loopt af", "Ends")


def whole_account(account: UUID, journey: UUID | None, now: datetime) -> tuple[Section, ...]:
    """`journey` is the file of this account, when there is one."""
    return (
        Section("account", Text("Mijn account", "My account"), (_account(account),)),
        Section("ways_in", Text("Hoe ik inlog", "How I sign in"), tuple(_ways(account))),
        Section("sessions", Text("Mijn apparaten", "My devices"), tuple(_sessions(account))),
        Section("work", Text("Mijn werk", "My work"), tuple(_works(account))),
        Section("invitations", Text("Open uitnodigingen", "Open invitations"), _invited(journey)),
        Section(
            "recoveries",
            Text("Hulp bij inloggen", "Help with signing in"),
            tuple(_recoveries(account, now)),
            about_others=True,
        ),
    )


def _account(account: UUID) -> tuple[Fact, ...]:
    row = Account.objects.get(id=account)
    return (
        Fact("id", None, str(row.id)),
        Fact("code_name", Text("Codenaam", "Code name"), row.code_name),
        Fact("called", Text("Zo noemen we je", "What we call you"), row.called),
        Fact("email", Text("Mailadres", "Mail address"), row.email),
        Fact("opened", MADE, row.opened),
        Fact("last_login", Text("Laatst ingelogd", "Last signed in"), row.last_login),
        Fact("password", Text("Wachtwoord", "Password"), row.has_usable_password()),
    )


def _ways(account: UUID) -> Iterator[tuple[Fact, ...]]:
    for row in Authenticator.objects.filter(user=account).order_by("id"):
        yield (
            Fact("kind", KIND, str(row.type), way_name(str(row.type))),
            Fact("name", Text("Naam", "Name"), str(row.data.get("name", ""))),
            Fact("made", MADE, row.created_at),
            Fact("used", Text("Laatst gebruikt", "Last used"), row.last_used_at),
        )
    for paper in PaperCode.objects.filter(account=account):
        yield (
            Fact("kind", KIND, "paper_code", way_name("paper_code")),
            Fact("made", MADE, paper.made),
        )
    for link in OtherSiteLink.objects.filter(account=account).order_by("id"):
        yield (
            Fact("kind", KIND, "other_site", way_name("other_site")),
            Fact("site", Text("Site", "Site"), link.issuer),
            Fact("subject", None, link.subject),
            Fact("made", MADE, link.made),
        )


def _sessions(account: UUID) -> Iterator[tuple[Fact, ...]]:
    for row in SessionRecord.objects.filter(account=account).order_by("started", "id"):
        yield (
            Fact("device", Text("Apparaat", "Device"), row.device),
            Fact("how", Text("Ingelogd met", "Signed in with"), row.how, how_name(row.how)),
            Fact("strong", Text("Twee stappen", "Two steps"), row.strong),
            Fact("stays", Text("Eigen apparaat", "Own device"), row.stays),
            Fact("started", Text("Begonnen", "Started"), row.started),
            Fact("proved", Text("Laatste bewijs", "Last proof"), row.proved),
            Fact("seen", Text("Laatst gezien", "Last seen"), row.seen),
        )


def _works(account: UUID) -> Iterator[tuple[Fact, ...]]:
    rows = MembershipRecord.objects.filter(account=account).select_related("organisation")
    for row in rows.order_by("starts", "id"):
        yield (
            Fact("organisation", Text("Organisatie", "Organisation"), row.organisation.name),
            Fact("role", Text("Rol", "Role"), row.role, role_name(Role(row.role))),
            Fact("name", Text("Naam daar", "Name there"), row.name),
            Fact("starts", Text("Vanaf", "From"), row.starts),
            Fact("ends", Text("Tot", "Until"), row.ends),
        )


def _invited(journey: UUID | None) -> tuple[tuple[Fact, ...], ...]:
    if journey is None:
        return ()
    rows = Invitation.objects.filter(journey=journey).order_by("made", "id")
    return tuple(
        (
            Fact("kind", KIND, row.kind, _("Om jou te leren kennen")),
            Fact("made", MADE, row.made),
            Fact("ends", ENDS, row.ends),
        )
        for row in rows
    )


def _recoveries(account: UUID, now: datetime) -> Iterator[tuple[Fact, ...]]:
    for one in recoveries_of(account, now):
        helpers = tuple(helper.who.name if helper.who else "-" for helper in one.helpers)
        yield (
            Fact("asked", Text("Gevraagd", "Asked"), one.asked),
            Fact(
                "state",
                Text("Hoe het liep", "How it went"),
                one.state.value,
                recovery_state(one.state),
            ),
            Fact("helpers", Text("Wie hielp", "Who helped"), helpers),
        )
