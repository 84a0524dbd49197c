# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed while the session ended comes along through signing in, without a script, and
stands nowhere but on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import paper, second_step
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.trust import services as trust
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from tests.parts.journey_routes import answers_of
from tests.parts.own_files import Person, close_one, read, showing
from tests.parts.own_files import person as new_person
from tests.parts.test_signing_in_ways import PASSWORD, code_in, code_now, letters
from tests.signed_in import as_role, enter

WORDS = "Zondag pannenkoeken\nmet mijn zoon & <zijn> hond."
NEW = "/mijn/wensen/nieuw"
Fields = list[tuple[str, str]]


@dataclass
class Form:
    action: str
    fields: Fields = field(default_factory=list)
    buttons: list[dict[str, str | None]] = field(default_factory=list)


class Forms(HTMLParser):
    """The forms of a page, as a browser without a script would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = dict(attrs)
        if tag == "form":
            self.found.append(Form(got.get("action") or ""))
        elif tag == "input" and self.found and got.get("type") != "checkbox":
            self.found[-1].fields.append((got.get("name") or "", got.get("value") or ""))
        elif tag == "button" and self.found:
            self.found[-1].buttons.append(got)
        elif tag == "textarea":
            self._area = got.get("name") or ""
            self.found[-1].fields.append((self._area, ""))

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[-1].fields[-1] = (self._area, data.removeprefix("\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""


@dataclass
class Browser:
    """Presses buttons and fills in fields; remembers every address it asked for or was sent to."""

    client: Client
    addresses: list[str] = field(default_factory=list)
    page: str = ""
    at: str = ""

    def show(self, answer: Any, status: int) -> None:
        assert answer.status_code == status, (answer.status_code, answer.headers)
        self.addresses.append(answer.headers.get("Location", ""))
        self.page = answer.content.decode()

    def send(self, to: str, values: Fields, status: int = 200) -> None:
        self.addresses.append(to)
        data: dict[str, Any] = {}
        for name, value in values:
            data.setdefault(name, []).append(value)
        self.at = to
        self.show(self.client.post(to, data), status)

    def press(self, way: str = "", status: int = 200, **filled: str) -> None:
        """The button that leads to `way`, or that of the form with these fields."""
        wanted = {"bewaard"} if way else set(filled) or {"words"}
        form = next(
            form for form in Forms(self.page).found if wanted <= {name for name, _ in form.fields}
        )
        button = next((one for one in form.buttons if one.get("formaction") == way), {})
        pressed = [(str(button.get("name")), str(button.get("value")))] if way else []
        fields = [(name, filled.get(name, value)) for name, value in form.fields if name]
        self.send(way or form.action or self.at, fields + pressed, status)


@pytest.fixture
def sterre() -> Person:
    """In a browser that needs the token of each form."""
    sterre = new_person()
    client = Client(enforce_csrf_checks=True)
    enter(client, sterre.account)
    return Person(sterre.account, sterre.journey, client)


def leave_alone(account: Account) -> None:
    SessionRecord.objects.filter(account=account).update(seen=timezone.now() - timedelta(hours=1))


def type_a_wish(browser: Browser, account: Account) -> None:
    """Opened in time, sent too late."""
    browser.show(browser.client.get(NEW), 200)
    leave_alone(account)
    (form,) = [one for one in Forms(browser.page).found if ("words", "") in one.fields]
    browser.send(NEW, [(name, value or WORDS) for name, value in form.fields], 403)


def saved(browser: Browser) -> None:
    """Given back, sent once more, and there."""
    assert "Je bent weer ingelogd" in browser.page
    browser.press(status=302)
    wishes = read(browser.client, "/mijn/wensen")
    assert "Zondag pannenkoeken\nmet mijn zoon &amp; &lt;zijn&gt; hond." in wishes


def test_it_comes_along_with_a_code_on_paper(sterre: Person, caplog: pytest.LogCaptureFixture):
    code, browser = paper.new_code(sterre.account, timezone.now()), Browser(sterre.client)

    type_a_wish(browser, sterre.account)
    assert "met mijn zoon &amp; &lt;zijn&gt; hond." in browser.page
    browser.press("/inloggen/papier")
    browser.press(naam=sterre.account.code_name, geheim=code)
    saved(browser)

    assert "pannenkoeken" not in "".join(browser.addresses) + caplog.text
    assert "pannenkoeken" not in str([row.get_decoded() for row in Session.objects.all()])


def test_it_comes_along_past_a_wrong_code_and_another_way(sterre: Person):
    code, browser = paper.new_code(sterre.account, timezone.now()), Browser(sterre.client)

    type_a_wish(browser, sterre.account)
    browser.press("/inloggen/wachtwoord")
    browser.press(naam=sterre.account.code_name, geheim="niet goed", status=422)
    form = next(one for one in Forms(browser.page).found if one.action == "/inloggen")
    browser.send("/inloggen", form.fields, 403)
    browser.press("/inloggen/papier")
    browser.press(naam=sterre.account.code_name, geheim=code)

    saved(browser)


def test_it_comes_along_with_a_code_by_mail(sterre: Person):
    Account.objects.filter(pk=sterre.account.pk).update(email="sterre@example.org")
    browser = Browser(sterre.client)

    type_a_wish(browser, sterre.account)
    browser.press("/inloggen/mail")
    browser.press(mail="sterre@example.org")
    browser.press(code=code_in(letters("accounts.code")[-1]))

    saved(browser)


def test_it_comes_along_past_a_second_step():
    browser = Browser(Client(enforce_csrf_checks=True))
    noor = as_role(browser.client, Role.WORKER)
    trust.begin(noor.pk, timezone.now())
    noor.set_password(PASSWORD)
    noor.save()
    enter(browser.client, noor, strong=True)
    secret = second_step.new_secret()
    assert second_step.set_app(noor, secret, code_now(secret, -1))

    type_a_wish(browser, noor)
    browser.press("/inloggen/wachtwoord")
    browser.press(naam=noor.code_name, geheim=PASSWORD)
    browser.press(code=code_now(secret))

    saved(browser)


def test_after_a_session_that_is_gone_altogether_too(sterre: Person):
    code, browser = paper.new_code(sterre.account, timezone.now()), Browser(sterre.client)
    browser.show(browser.client.get(NEW), 200)
    SessionRecord.objects.all().delete()

    browser.press(words=WORDS, status=403)
    browser.press("/inloggen/papier")
    browser.press(naam=sterre.account.code_name, geheim=code)

    saved(browser)


def test_the_device_is_asked_with_it_in_the_form(sterre: Person):
    browser = Browser(sterre.client)
    type_a_wish(browser, sterre.account)

    browser.press("/inloggen/sleutel")

    form = next(one for one in Forms(browser.page).found if ("antwoord", "") in one.fields)
    assert "bewaard" in dict(form.fields)


def test_who_tried_too_often_waits_with_it(sterre: Person, monkeypatch: pytest.MonkeyPatch):
    browser = Browser(sterre.client)
    type_a_wish(browser, sterre.account)
    browser.press("/inloggen/papier")
    monkeypatch.setattr("ruimbaan.parts.accounts.signing_in.trying.wait", lambda *_: 60)

    browser.press(naam="iemand", geheim="iets", status=429)

    assert 'name="bewaard"' in browser.page


def test_a_decision_is_never_sent_again_by_itself(sterre: Person):
    noor = close_one()
    sterre.knows(noor.party)
    code, browser = paper.new_code(sterre.account, timezone.now()), Browser(sterre.client)
    browser.show(browser.client.get("/mijn/delen/nieuw"), 200)
    token = dict(Forms(browser.page).found[-1].fields)["csrfmiddlewaretoken"]
    leave_alone(sterre.account)
    chosen = showing(noor.party, "wishes", why="nabij", doe="ja")
    fields = [(name, one) for name, many in chosen.items() for one in _each(many)]

    browser.send("/mijn/delen/nieuw", [*fields, ("csrfmiddlewaretoken", token)], 403)
    browser.press("/inloggen/papier")
    browser.press(naam=sterre.account.code_name, geheim=code)
    form = next(one for one in Forms(browser.page).found if one.action == "/mijn/delen/nieuw")
    browser.send("/mijn/delen/nieuw", form.fields)

    assert "Klopt dit?" in browser.page
    assert not GrantRecord.objects.exists()


def _each(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/mijn/wis", {"doe": "wis", "zeker": "ja"}),
        ("/mijn/rechten/weg", {"zeker": "ja"}),
        ("/mijn/wensen/nieuw", {"form": "1f3c", "words": "  "}),
        ("/mijn/inloggen/wachtwoord", {"nieuw": "een nieuw geheim woord"}),
        ("/mijn/inloggen/mail", {"mail": "iemand@example.org"}),
        ("/werk", {"words": "Iets van het werk."}),
        ("/beheer/verzoeken", {"words": "Iets van het werk."}),
        ("/mijnheer", {"words": "Iets anders."}),
    ],
)
def test_where_nothing_was_typed_to_keep_there_is_the_plain_door(
    client: Client, path: str, typed: dict[str, str]
):
    answer = client.post(path, typed)

    assert "bewaard" not in answer.content.decode()
    assert answer.status_code in {303, 404}
    assert answer.headers.get("Location", "/inloggen") == "/inloggen"


def test_somebody_else_on_the_same_device_gets_nothing_of_it(sterre: Person):
    wim = new_person("wim", "Wim")
    code, browser = paper.new_code(wim.account, timezone.now()), Browser(sterre.client)
    type_a_wish(browser, sterre.account)
    browser.press("/inloggen/papier")

    browser.press(naam="wim", geheim=code, status=303)

    assert browser.addresses[-1] == "/mijn"
    assert "pannenkoeken" not in read(browser.client, "/mijn/wensen")


@pytest.mark.parametrize("change", ["iets", "{}x", ""])
def test_what_we_did_not_give_along_is_not_given_back(sterre: Person, change: str):
    code = paper.new_code(sterre.account, timezone.now())
    browser = Browser(sterre.client)
    type_a_wish(browser, sterre.account)
    browser.press("/inloggen/papier")
    held = dict(Forms(browser.page).found[-1].fields)["bewaard"]

    browser.press(
        naam=sterre.account.code_name, geheim=code, bewaard=change.format(held), status=303
    )

    assert browser.addresses[-1] == "/mijn"


def test_a_field_that_signing_in_does_not_know_goes_nowhere(client: Client):
    sterre = new_person()
    code = paper.new_code(sterre.account, timezone.now())

    answer = client.post(
        "/inloggen/papier",
        {"naam": sterre.account.code_name, "geheim": code, "words": WORDS, "is_staff": "1"},
    )

    assert (answer.status_code, answer.headers["Location"]) == (303, "/mijn")


OWN = {"Origin": "http://testserver"}


def stale(sterre: Person, headers: dict[str, str]) -> Any:
    """A page that stood open while somebody signed in anew elsewhere."""
    sterre.client.cookies["csrftoken"] = "a" * 32
    typed = {"form": str(uuid4()), "words": WORDS, "csrfmiddlewaretoken": "b" * 32}
    return sterre.client.post(NEW, typed, headers=headers)


def test_a_page_that_stood_open_too_long_gives_back_what_was_typed(sterre: Person):
    browser = Browser(sterre.client)

    browser.show(stale(sterre, OWN), 403)
    browser.press(status=302)

    assert "pannenkoeken" in read(sterre.client, "/mijn/wensen")


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_another_site_cannot_put_its_words_in_somebodys_mouth(
    sterre: Person, headers: dict[str, str]
):
    answer = stale(sterre, headers)

    assert answer.status_code == 403
    assert "pannenkoeken" not in answer.content.decode()


def test_in_english(sterre: Person):
    leave_alone(sterre.account)
    client = Client()
    client.cookies = sterre.client.cookies

    page = client.post(f"/en{NEW}", {"words": WORDS}).content.decode()

    assert "Sign in once more" in page
    assert 'formaction="/en/inloggen/papier"' in page
    assert re.search(r"\b(Kies|Log nog|tekst)\b", page) is None


def test_who_is_new_here_begins_and_the_route_comes_along():
    """From the Routecheck to a file of one's own, without a script and without anything twice."""
    browser = Browser(Client(enforce_csrf_checks=True))
    browser.send("/mijn/route/nieuw", [("answers", answers_of()), ("weg", "")], 403)
    assert "uitgelogd" not in browser.page
    assert "Dit schreef je" not in browser.page

    browser.press("/inloggen/nieuw")
    before = next(one for one in Forms(browser.page).found if one.fields)
    browser.send("/inloggen/nieuw", [*before.fields, ("stap", "begin")])  # other names
    first = unescape(browser.page).partition('name="codenaam" value="')[2].partition('"')[0]
    browser.at = "/inloggen/nieuw"
    browser.press(codenaam=first, noem="Sterre")

    assert "Je code op papier" in browser.page
    form = next(one for one in Forms(browser.page).found if one.action == "/mijn/route/nieuw")
    browser.send(form.action, form.fields)
    assert not Journey.objects.exists()  # a file begins when its owner says so
    (form,) = [one for one in Forms(browser.page).found if "reis-begint" in one.action]
    browser.client.defaults["HTTP_ORIGIN"] = "http://testserver"  # as every browser says
    browser.send(form.action, form.fields)
    assert "Begeleiding thuis" in unescape(browser.page)
    assert not any("answers" in address for address in browser.addresses)
