# SPDX-License-Identifier: EUPL-1.2
"""Verhalen: hoe een overdracht loopt voor wie hem nodig heeft. De dagen gaan voorbij door terug te
schuiven wat er staat; de klok van de site is echt."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from ruimbaan.core.handoff.owners import owner_today
from ruimbaan.core.handoff.reminding import Nudge
from ruimbaan.core.handoff.states import State
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.handoff.models import HandoffRecord, NudgeRecord, Receipt, StepRecord
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.services import tell
from ruimbaan.parts.outbox.models import Letter
from tests.parts.handing_over import (
    COMPOSE,
    do,
    known,
    link_of,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.own_files import Other, Person, person, read, worker

pytestmark = pytest.mark.django_db


def dagen_later(dagen: int) -> None:
    """Alsof er zoveel dagen voorbij zijn, en het elke ochtend liep."""
    eerder = timedelta(days=1)
    for _ in range(dagen):
        StepRecord.objects.update(at=F("at") - eerder)
        for veld in ("answer_by", "meeting"):
            for rij in HandoffRecord.objects.exclude(**{veld: None}):
                HandoffRecord.objects.filter(pk=rij.pk).update(
                    **{veld: getattr(rij, veld) - eerder}
                )
        tell(timezone.now())


def dag(over: int) -> str:
    return (timezone.localdate() + timedelta(days=over)).isoformat()


def werkt_bij(naam: str, waar: str) -> Other:
    ander = worker(naam, organisation=Organisation.objects.create(name=waar))
    Account.objects.filter(pk=ander.account.pk).update(email=f"{naam}@example.org")
    return ander


def is_aan_zet(rij: HandoffRecord) -> object:
    return owner_today(as_handoff(rij), lambda _partij: True)


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def bram(sterre: Person) -> Other:
    ander = werkt_bij("bram", "Herstelplek")
    sterre.knows(ander.party)
    return ander


def test_sterre_een_nee_een_stilte_en_dan_een_ontmoeting(sterre: Person, bram: Other):
    """Eerst zegt een plek nee. De volgende zwijgt, en dan wordt Bram gebeld. De derde ontvangt haar."""
    joke, kees = werkt_bij("joke", "Deeltijd De Kade"), werkt_bij("kees", "Wijkteam Noord")
    send(
        sterre,
        question(to(organisation_of(joke)), known(bram), known(bram), soort="treatment-talk"),
    )
    eerste = HandoffRecord.objects.get()
    joke.client.post(f"/werk/overdracht/{eerste.pk}", {"doe": "nee", "reden": "no-place"})
    assert "Er is nu geen plek." in sterre.read(f"/mijn/overdracht/{eerste.pk}")
    assert "Overdrachten zonder antwoord" in read(bram.client, "/werk")
    assert is_aan_zet(eerste) == bram.party.id

    send(sterre, question(to(organisation_of(kees)), known(bram), known(bram), na=str(eerste.pk)))
    tweede = HandoffRecord.objects.get(after=eerste)
    dagen_later(16)
    verteld = set(NudgeRecord.objects.filter(handoff=tweede).values_list("nudge", flat=True))
    assert {Nudge.ASK_AGAIN, Nudge.SILENT, Nudge.SILENT_NAMED} <= verteld
    assert not NudgeRecord.objects.filter(handoff=eerste).exists()
    assert "antwoordt nog niet. Dat ligt niet aan jou." in sterre.read(
        f"/mijn/overdracht/{tweede.pk}"
    )
    assert Letter.objects.filter(kind="handoff.silent_named").exists()

    do(sterre, tweede.pk, "anders")
    link = link_of(send(sterre, question("link", known(bram), known(bram), plek="Inloop De Brug")))
    link.opens()
    link.answers("ja", dag=dag(4))
    derde = HandoffRecord.objects.get(receiver_kind="link")
    assert "Bruggen die binnenkort aflopen" in read(bram.client, "/werk")
    dagen_later(5)
    derde.refresh_from_db()
    assert "Hebben jullie elkaar ontmoet?" in sterre.read("/mijn/overdracht")
    assert is_aan_zet(derde) == bram.party.id

    do(sterre, derde.pk, "ontmoet")
    derde.refresh_from_db()
    assert is_aan_zet(derde) == derde.receiver
    do(sterre, derde.pk, "oordeel", oordeel="helped", woorden="Eindelijk iemand die belde.")
    assert "Eindelijk" not in link.opens().content.decode()
    assert "Eindelijk" not in read(bram.client, f"/werk/overdracht/{derde.pk}")
    uitkomsten = Receipt.objects.order_by("outcome").values_list("outcome", flat=True)
    assert list(uitkomsten) == [State.CANCELLED_BY_PERSON, State.MET, State.REJECTED]


def test_karim_meldt_zich_zelf_en_wie_te_laat_is_is_de_organisatie():
    """Niemand hoeft hem te verwijzen. Schulden met haast: drie werkdagen, en dan staat er wie te laat is."""
    karim, anna = person("karim", "Karim"), werkt_bij("anna", "Schuldhulp Grachtstad")
    send(karim, question(to(organisation_of(anna)), soort="debt-talk-urgent"))
    overdracht = HandoffRecord.objects.get()
    assert overdracht.sender == karim.account.pk
    assert "Volgens de wet hebben zij tot" in karim.read(f"/mijn/overdracht/{overdracht.pk}")

    dagen_later(8)

    assert "Zij zijn te laat, jij niet." in karim.read(f"/mijn/overdracht/{overdracht.pk}")
    assert NudgeRecord.objects.filter(nudge=Nudge.LATE_BY_LAW).exists()
    anna.client.post(f"/werk/overdracht/{overdracht.pk}", {"doe": "ja", "dag": dag(1)})
    assert "zegt ja" in karim.read(f"/mijn/overdracht/{overdracht.pk}")


def test_wim_en_zijn_hulpverlener_die_vertrekt():
    """Wie bij hem bleef gaat weg. Wie hij noemde is aan zet, en anders hoort de site het diezelfde dag."""
    wim, mo = person("wim", "Wim"), werkt_bij("mo", "Buurthuis")
    bas = werkt_bij("bas", "Maatjes")
    for ander in (mo, bas):
        wim.knows(ander.party)
    send(wim, question("link", known(mo), known(bas)))
    MembershipRecord.objects.filter(pk=mo.party.id).update(ends=timezone.now())
    assert tell(timezone.now()).without_owner == ()

    dagen_later(14)
    assert "U bent genoemd" in read(bas.client, "/werk")
    assert "Kan er" not in read(bas.client, "/werk")

    MembershipRecord.objects.filter(pk=bas.party.id).update(ends=timezone.now())
    assert tell(timezone.now()).without_owner == (HandoffRecord.objects.get().pk,)


def test_nog_niet_is_een_goed_antwoord(sterre: Person, bram: Other):
    """Wie nog niet ontmoette zegt dat, en wie blijft hoort het dezelfde dag."""
    link = link_of(send(sterre, question("link", known(bram), known(bram))))
    link.opens()
    link.answers("ja", dag=dag(0))
    overdracht = HandoffRecord.objects.get()

    do(sterre, overdracht.pk, "nog-niet")
    do(sterre, overdracht.pk, "nog-niet")

    assert Letter.objects.filter(kind="handoff.not-met").count() == 1
    assert is_aan_zet(overdracht) == bram.party.id


def test_iemand_gaat_mee(sterre: Person, bram: Other):
    link = link_of(send(sterre, question("link", known(bram))))
    do(sterre, HandoffRecord.objects.get().pk, "mee", mee="Bram", waar="In het park")

    page = link.opens().content.decode()

    assert "In het park" in page
    assert COMPOSE not in page
