# SPDX-License-Identifier: EUPL-1.2
"""Letters over a real mail server: they arrive whole, their link does one thing for one entry, and
what does not arrive is tried again and seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client, override_settings
from django.utils import timezone

from ruimbaan.core.directory.joining.offer import Offer
from ruimbaan.parts.directory.joining.connections import set_address
from ruimbaan.parts.directory.joining.links import address_of, open_link, token_of
from ruimbaan.parts.directory.joining.models import Keeper, MailLink
from ruimbaan.parts.directory.joining.services import list_initiative
from ruimbaan.parts.directory.models import Listing, RecordChange
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.outbox.services import deliver
from tests.parts.joining_forms import ADDRESS, Form, link_in, press, text_of
from tests.parts.smtp_server import Arrivals, mail_server


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals:
        yield arrivals


@pytest.fixture
def now() -> datetime:
    return timezone.now()


def listing_of(name: str = "De Lange Tafel") -> Listing:
    return Listing.objects.get(name=name)


def on_the_map(client: Client, server: Arrivals) -> str:
    """The path of the link to keep, as it arrived."""
    Form(client).fill().send("send")
    deliver(timezone.now())
    press(client, link_in(server.letters[-1]), "confirm")
    deliver(timezone.now())
    return link_in(server.letters[-1])


def test_a_listing_goes_from_form_to_map_through_real_mail(client: Client, server: Arrivals):
    path = on_the_map(client, server)

    first, second = server.letters
    assert server.envelopes[0] == ("kaart@example.org", [ADDRESS])
    assert first["Auto-Submitted"] == "auto-generated"
    assert {part.get_content_type() for part in first.walk()} == {
        "multipart/alternative",
        "text/plain",
        "text/html",
    }
    assert "https://kaart.example.org/steun/link?sleutel=list-" in text_of(first)
    assert "sleutel=upkeep-" in text_of(second)
    assert listing_of().status == "active"
    assert "Klopt nog" in client.get(path).content.decode()


def test_html_and_text_hold_the_same_one_link(client: Client, server: Arrivals):
    on_the_map(client, server)

    for letter in server.letters:
        html = letter.get_body(("html",))
        assert html is not None
        assert html.get_content().count('href="') == 1
        assert link_in(letter) in html.get_content().replace("&amp;", "&")
        assert "<img" not in html.get_content()  # nobody is told that it was read


def test_a_subject_and_a_letter_tell_nothing_to_who_looks_along(client: Client, server: Arrivals):
    on_the_map(client, server)

    for letter in server.letters:
        assert "verslav" not in (letter["Subject"] + text_of(letter)).lower()


def test_one_tap_says_that_it_is_right(client: Client, server: Arrivals):
    path = on_the_map(client, server)
    Keeper.objects.update(reminders=2)

    response = press(client, path, "right")

    assert "Dank je wel" in response.content.decode()
    assert Keeper.objects.get().reminders == 0
    assert RecordChange.objects.filter(uid=listing_of().uid, source="link").count() == 0  # today


def test_the_link_changes_what_is_told_there(client: Client, server: Arrivals):
    path = on_the_map(client, server)
    form = Form(client, "/steun/link")
    form.html = press(client, path, "edit").content.decode()
    form.url = "/steun/waalstad/meedoen"

    form.send("page:reach").send(phone="024 7654321").send("send")

    assert "gedaan=1" in form.location
    assert "Bewaard." in client.get(form.location).content.decode()
    assert "024 7654321" in client.get(path).content.decode()


def test_who_stops_is_off_the_map_and_can_come_back_with_the_same_link(
    client: Client, server: Arrivals
):
    path, url = on_the_map(client, server), f"/steun/waalstad/{listing_of().code}"

    press(client, path, "stop")
    gone = client.get(url).status_code
    press(client, path, "right")

    assert gone == 404
    assert client.get(url).status_code == 200


def test_a_link_does_only_what_it_says_and_only_for_its_own_entry(
    client: Client, server: Arrivals, now: datetime
):
    path = on_the_map(client, server)
    set_address("waalstad", "W34", "wiel@example.org", "nl", now)
    other = token_of(MailLink.objects.get(keeper__address="wiel@example.org"))
    key = path.partition("sleutel=")[2]
    before = RecordChange.objects.count()

    for wish in ("confirm", "agree", "decline", "delete", ""):
        client.post("/steun/link", {"sleutel": key, "doe": wish})
    purpose, number = key.partition(":")[0].split("-")
    forged = (
        key.replace("upkeep-", "list-"),
        key.replace("upkeep-", "connect-"),
        key.replace(f"-{number}", f"-{other.partition(':')[0].split('-')[1]}"),
        f"{other.partition(':')[0]}:{key.partition(':')[2]}",
        f"{purpose}-{number}:{'A' * 43}",
        key[:-1],
        "upkeep-1",
        "",
        "x" * 5_000,
        "upkeep-\x00:1",
    )
    for token in forged:
        response = client.post("/steun/link", {"sleutel": token, "doe": "stop"})
        assert response.status_code in {200, 404}

    assert RecordChange.objects.count() == before
    assert {listing_of().status, Listing.objects.get(region="waalstad", code="W34").status} == {
        "active"
    }


def test_a_newer_link_ends_the_older_one(client: Client, server: Arrivals, now: datetime):
    path = on_the_map(client, server)
    set_address("waalstad", listing_of().code, "nieuw@example.org", "nl", now)

    response = client.post("/steun/link", {"sleutel": path.partition("sleutel=")[2], "doe": "stop"})

    assert response.status_code == 410
    assert listing_of().status == "active"


def test_a_link_ends_by_itself(client: Client, server: Arrivals):
    path = on_the_map(client, server)
    link = MailLink.objects.get(ended=False)
    MailLink.objects.filter(pk=link.pk).update(
        made_at=link.made_at - timedelta(days=300), expires_at=timezone.now()
    )

    assert client.get(path).status_code == 410
    key = path.partition("sleutel=")[2]
    assert client.post("/steun/link", {"sleutel": key, "doe": "stop"}).status_code == 410
    assert listing_of().status == "active"


def test_no_token_stands_in_the_database(client: Client, server: Arrivals):
    on_the_map(client, server)

    signed = [token_of(link).partition(":")[2] for link in MailLink.objects.all()]
    columns = [
        str(vars(row)) for model in (MailLink, Letter, Keeper) for row in model.objects.all()
    ]
    assert [one for one in signed if any(one in column for column in columns)] == []


def test_with_another_key_of_the_site_old_links_are_nothing(
    client: Client, server: Arrivals, now: datetime
):
    path = on_the_map(client, server)

    with override_settings(SECRET_KEY="another-key-" * 6):
        assert open_link(path.partition("sleutel=")[2], now).link is None
        assert client.get(path).status_code == 404


def test_a_newer_letter_takes_the_place_of_one_that_waits(
    client: Client, server: Arrivals, now: datetime
):
    on_the_map(client, server)
    sent = len(server.letters)

    for name in ("a", "b", "c"):
        set_address("waalstad", listing_of().code, f"{name}@example.org", "nl", now)
    deliver(timezone.now())

    assert [letter["To"] for letter in server.letters[sent:]] == ["c@example.org"]


def test_a_letter_and_its_listing_come_and_go_together(server: Arrivals, now: datetime):
    def list_and_break() -> None:
        offer = Offer("De Lange Tafel", "Eten.", "meet", gate="inloop", when="elke week")
        with transaction.atomic():
            assert list_initiative(
                offer, region="waalstad", address=ADDRESS, language="nl", fresh="abc", at=now
            )
            assert Letter.objects.count() == 1
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list_and_break()

    assert not Listing.objects.filter(name="De Lange Tafel").exists()
    assert not Letter.objects.exists()
    assert deliver(now).sent == 0
    assert server.letters == []


def test_the_link_leads_to_the_address_of_this_site(server: Arrivals, now: datetime):
    keeper = set_address("waalstad", "W34", "wiel@example.org", "en", now)

    assert address_of(keeper.links.get()).startswith(
        "https://kaart.example.org/en/steun/link?sleutel=upkeep-"
    )


@pytest.mark.django_db(transaction=True)
def test_a_letter_that_waited_before_the_outbox_still_leaves(now: datetime):
    """The migration that took the letters there."""
    executor = MigrationExecutor(connection)
    executor.migrate([("directory_joining", "0001_initial")])
    before = executor.loader.project_state([("directory_joining", "0001_initial")]).apps
    keeper = before.get_model("directory_joining", "Keeper").objects.create(
        region="waalstad", service="s", address=ADDRESS, language="nl"
    )
    link = before.get_model("directory_joining", "MailLink").objects.create(
        keeper=keeper, purpose="upkeep", made_at=now, expires_at=now + timedelta(days=1)
    )
    letters = before.get_model("directory_joining", "Letter").objects
    letters.create(link=link, state="sent", next_try_at=now)
    letters.create(link=link, state="waiting", next_try_at=now, tries=2)

    executor.loader.build_graph()
    executor.migrate(executor.loader.graph.leaf_nodes("directory_joining"))
    with mail_server() as server:
        deliver(now)

    (letter,) = server.letters
    assert letter["To"] == ADDRESS
    opened = open_link(link_in(letter).partition("sleutel=")[2], now)
    assert opened.link is not None
    assert opened.link.pk == link.pk
