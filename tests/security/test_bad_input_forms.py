# SPDX-License-Identifier: EUPL-1.2
"""Strange forms and bodies: too many fields, too much, not what they say they are, fields that we
never asked for. docs/reference/bad-input.md says which answer belongs to which."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.own_files import URLENCODED, close_one, person, showing
from tests.signed_in import as_person

FORMS = ("/inloggen/papier", "/inloggen/mail", "/routecheck/vraag", "/steun/waalstad/meedoen")
MANY = "&".join(f"a{number}=1" for number in range(10_000))
DEEP = "[" * 10_000
TOO_MUCH = b"x" * 5_000_000
STRANGE = {"is_staff": "1", "is_superuser": "1", "role": "administrator", "organisation": "1"}


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("path", FORMS)
def test_ten_thousand_fields_are_not_read(visitor: Client, path: str):
    response = visitor.post(path, MANY, content_type=URLENCODED)

    assert response.status_code == 400
    assert "<h1>Dit lukte niet</h1>" in response.content.decode()


@pytest.mark.parametrize("path", FORMS)
def test_a_form_of_megabytes_is_not_read(visitor: Client, path: str):
    assert visitor.post(path, b"a=" + TOO_MUCH, content_type=URLENCODED).status_code == 400


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('{"naam": 1, "naam": 2}', "application/json"),
        (DEEP, "application/json"),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>", "text/xml"),
        ("--x", "multipart/form-data; boundary=x"),
        ("", "multipart/form-data"),
        ("a=1", f"{URLENCODED}; charset=utf-99"),
        ("a=1", f"{URLENCODED}; charset=utf-16"),
        ("a=1", "x" * 10_000),
        ("%", URLENCODED),
        ("&&==&=", URLENCODED),
    ],
    ids=["json", "deep", "xml", "cut off", "no boundary", "no charset", "utf-16", "kind", "%", "&"],
)
@pytest.mark.parametrize("path", FORMS)
def test_a_body_of_another_kind_is_an_empty_form_or_refused(
    visitor: Client, path: str, body: str, kind: str
):
    response = visitor.generic("POST", path, body, content_type=kind)

    assert response.status_code in {200, 303, 400, 422}
    assert not SessionRecord.objects.exists()


@pytest.mark.parametrize("path", FORMS)
def test_a_file_that_nobody_asked_for_is_not_laid_down(
    visitor: Client, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings, "FILE_UPLOAD_TEMP_DIR", str(tmp_path / "not-there"))
    head = b'--x\r\nContent-Disposition: form-data; name="f"; filename="../../f.html"\r\n\r\n'
    body = head + TOO_MUCH + b"\r\n--x--\r\n"

    response = visitor.generic("POST", path, body, content_type="multipart/form-data; boundary=x")

    assert response.status_code in {200, 422}


@pytest.mark.parametrize("address", ["/hsds/services", "/api/v1/regions"])
@pytest.mark.parametrize("body", ['{"a": 1, "a": 2}', DEEP, TOO_MUCH], ids=["twice", "deep", "big"])
def test_the_open_interfaces_take_no_body(visitor: Client, address: str, body: str | bytes):
    """Sent along with a question it is not looked at; sent to be kept it is refused."""
    plain = visitor.get(address).content
    with_body = visitor.generic("GET", address, body, content_type="application/json")

    assert visitor.post(address, body, content_type="application/json").status_code == 405
    assert (with_body.status_code, with_body.content) == (200, plain)


def test_a_new_account_gets_nothing_that_was_not_asked(visitor: Client):
    page = visitor.get("/inloggen/nieuw").content.decode()
    (name, *_) = re.findall(r'name="codenaam"[^>]* value="([^"]+)"', page)

    response = visitor.post("/inloggen/nieuw", {"codenaam": name, "noem": "Bo", **STRANGE})

    account = Account.objects.get(called="Bo")
    assert response.status_code == 200
    assert not MembershipRecord.objects.filter(account=account).exists()
    assert visitor.get("/beheer").status_code == 404


def test_an_own_name_cannot_bring_a_role_along(visitor: Client):
    account = as_person(visitor)

    visitor.post("/mijn/inloggen/mail", {"mail": "s@example.nl", "code_name": "baas", **STRANGE})

    account.refresh_from_db()
    assert account.code_name == "sterre"
    assert not MembershipRecord.objects.filter(role=Role.ADMINISTRATOR, account=account).exists()


@pytest.mark.parametrize("field", ["journey", "owner", "basis", "revoked", "starts"])
def test_sharing_with_a_field_that_was_not_asked_is_refused_with_its_name(field: str):
    sterre, oma = person(), close_one()
    sterre.knows(oma.party)
    sent = showing(oma.party, "wishes", why="nabij", doe="ja")

    response = sterre.client.post("/mijn/delen/nieuw", {**sent, field: str(uuid4())})

    assert response.status_code == 422
    assert f"Het veld &quot;{field}&quot; hoort hier niet." in response.content.decode()
    assert not GrantRecord.objects.exists()


@pytest.mark.parametrize("name", ["wat", "waarvoor", "tot", "hoe", "wie"])
@pytest.mark.parametrize("value", ["", "a\x00b", "x" * 5_000, "\u202eenem", "' OR 1=1 --"])
def test_a_strange_choice_is_no_choice(name: str, value: str):
    sterre, oma = person(), close_one()
    sterre.knows(oma.party)
    sent = showing(oma.party, "wishes", why="nabij", doe="ja")

    response = sterre.client.post("/mijn/delen/nieuw", {**sent, name: value})

    assert response.status_code == 422
    assert not GrantRecord.objects.exists()
