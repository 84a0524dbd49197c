# SPDX-License-Identifier: EUPL-1.2
"""Our own interface by the NL API Design Rules, rule by rule where a test can tell."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from openapi_spec_validator import validate

PATHS = (
    "/api/v1/regions",
    "/api/v1/regions/waalstad",
    "/api/v1/regions/waalstad/services",
    "/api/v1/regions/waalstad/services/W25",
    "/api/v1/rules",
    "/api/v1/rules/R01",
)
every_path = pytest.mark.parametrize("path", PATHS)


def described(client: Client) -> Any:
    return client.get("/api/v1/openapi.json").json()


@every_path
def test_every_answer_names_the_version(client: Client, path: str):
    """/core/version-header: the whole version in a header; the first number in the path."""
    response = client.get(path)

    assert response.status_code == 200
    assert response.headers["API-Version"] == "1.0.0"


@every_path
def test_there_is_no_slash_at_the_end(client: Client, path: str):
    """/core/no-trailing-slash"""
    assert client.get(f"{path}/").status_code == 404


@pytest.mark.parametrize("path", ["/api/v1/regions/nergens", "/api/v1/rules/R99"])
def test_an_error_is_a_problem(client: Client, path: str):
    """/core/error-handling/problem-details"""
    response = client.get(path)

    assert (response.status_code, response.headers["Content-Type"]) == (
        404,
        "application/problem+json",
    )
    assert response.headers["API-Version"] == "1.0.0"


def test_the_description_is_openapi_3_1_and_may_be_read_from_anywhere(client: Client):
    """/core/doc-openapi, /core/publish-openapi, /core/doc-openapi-contact"""
    response = client.get("/api/v1/openapi.json")
    document = response.json()

    validate(document)
    assert document["openapi"].startswith("3.1")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert set(document["info"]["contact"]) == {"name", "url", "email"}


def test_names_are_written_as_the_rules_ask(client: Client):
    """/core/naming: kebab-case in paths, PascalCase for schemas; camelCase for fields is ours."""
    document = described(client)

    literal = [
        part for path in document["paths"] for part in path.split("/") if part and "{" not in part
    ]
    assert [part for part in literal if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", part)] == []
    schemas = document["components"]["schemas"]
    assert [name for name in schemas if not re.fullmatch(r"([A-Z][a-z0-9]+)+", name)] == []
    fields = [name for schema in schemas.values() for name in schema.get("properties", {})]
    assert [name for name in fields if "_" in name] == []


@every_path
def test_it_can_only_be_read(client: Client, path: str):
    """/core/http-methods"""
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(path).status_code == 405


def test_a_service_tells_payer_gate_wait_and_rules(client: Client):
    found = client.get("/api/v1/regions/waalstad/services/W-ambtshalve").json()

    assert (found["payer"], found["lifeDomain"]) == ("Wet BRP", "ADM")
    assert (found["wait"]["days"], found["rules"]) == (28, ["H04-W"])


def test_services_can_be_asked_for_by_what_matters(client: Client):
    path = "/api/v1/regions/waalstad/services"
    every = client.get(path, {"pageSize": "200"}).json()
    money = client.get(path, {"lifeDomain": "FIN", "pageSize": "200"}).json()
    own = client.get(path, {"initiative": "true", "pageSize": "200"}).json()

    assert every["total"] == len(every["services"]) > 60
    assert {service["lifeDomain"] for service in money["services"]} == {"FIN"}
    assert {service["isInitiative"] for service in own["services"]} == {True}
    assert client.get(path, {"pageSize": "0"}).status_code == 422


def test_a_rule_tells_its_source(client: Client):
    found = client.get("/api/v1/rules/R01").json()

    assert found["sources"][0]["cited"]["nl"]
    assert found["sources"][0]["link"].startswith("https://wetten.overheid.nl/")
