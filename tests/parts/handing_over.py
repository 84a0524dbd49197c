# SPDX-License-Identifier: EUPL-1.2
"""Handing something over on the pages, as a person and as who receives it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.handoff.models import HandoffRecord
from tests.parts.own_files import Other, Person, worker

COMPOSE = "/mijn/overdracht/nieuw"
MARK = "Ik zoek rust in de avond."


def question(to: str, stays: str = "ik", named: str = "ik", **more: Any) -> dict[str, Any]:
    return {
        "form": str(uuid4()),
        "doel": "Begeleiding thuis",
        "vraag": MARK,
        "soort": "support",
        "wie": to,
        "blijft": stays,
        "noem": named,
        **more,
    }


def to(organisation: Organisation) -> str:
    return f"organisation:{organisation.pk}"


def known(one: Other) -> str:
    return f"membership:{one.party.id}"


def only_handoff() -> HandoffRecord:
    return HandoffRecord.objects.get()


def send(person: Person, filled: dict[str, Any]) -> Any:
    """With the last yes."""
    return person.client.post(COMPOSE, {**filled, "doe": "ja"})


def do(person: Person, handoff: UUID, what: str, **more: str) -> Any:
    return person.client.post(f"/mijn/overdracht/{handoff}", {"doe": what, **more})


def day_on_page(person: Person, handoff: UUID) -> dict[str, str]:
    """What the form in which the person says yes to another day sends along."""
    page = person.read(f"/mijn/overdracht/{handoff}")
    found = re.search(r'name="stappen" value="(\d+)"', page)
    assert found is not None
    return {"stappen": found[1]}


@dataclass
class ByLink:
    """Whoever holds the link, in a browser of one's own that knows nothing."""

    path: str
    code: str
    browser: Client = field(default_factory=Client)
    passed: str = ""

    def door(self) -> Any:
        return self.browser.get(self.path)

    def says(self, code: str) -> Any:
        return self._kept(self.browser.post(self.path, {"code": code}))

    def opens(self) -> Any:
        return self.says(self.code)

    def answers(self, what: str, **more: str) -> Any:
        sent = {"pas": self.passed, "doe": what, **more}
        return self._kept(self.browser.post(self.path, sent))

    def _kept(self, response: Any) -> Any:
        found = re.search(r'name="pas" value="([^"]+)"', response.content.decode())
        self.passed = found[1] if found else self.passed
        return response


def link_of(response: Any) -> ByLink:
    """From the page on which the link and the code are shown, once. What goes by mail has its address
    in the letter only."""
    page = response.content.decode()
    code = re.search(r'class="rb-secret">([\d ]+)<', page)
    path = re.search(r"(/overdracht/[\w-]+)<", page)
    assert code is not None
    return ByLink(path[1] if path else "", code[1])


def by_link(person: Person, **more: str) -> ByLink:
    return link_of(send(person, question("link", plek="Deeltijd De Kade", **more)))


def works_at(place: str, code_name: str, mail: str = "") -> Other:
    """In a place of their own; who has no `mail` cannot be written to."""
    one = worker(code_name, organisation=Organisation.objects.create(name=place))
    if mail:
        Account.objects.filter(pk=one.account.pk).update(email=mail)
    return one


def stays(person: Person, mail: str = "") -> Other:
    """Whom the person knows, and who stays until they met."""
    one = works_at("De Kribbe", "bram", mail)
    person.knows(one.party)
    return one


def colleague(of: Other, code_name: str = "piet") -> Other:
    """Works at the same organisation."""
    where = MembershipRecord.objects.get(pk=of.party.id).organisation
    return worker(code_name, organisation=where)


def organisation_of(one: Other) -> Organisation:
    return MembershipRecord.objects.get(pk=one.party.id).organisation


def whole_organisation(one: Other) -> Party:
    return Party(PartyKind.ORGANISATION, organisation_of(one).pk)
