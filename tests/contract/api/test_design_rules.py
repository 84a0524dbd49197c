# SPDX-License-Identifier: EUPL-1.2
"""What the description of our own interface says, by the NL API Design Rules that a machine can test.

docs/reference/standards.md says of each rule whether it is kept and where that is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

DESCRIPTION = "/api/v1/openapi.json"
# The patterns that the rules themselves give.
SEGMENTS = re.compile(
    r"^(\/|(\/_[a-z0-9]+|\/(([a-z0-9\-]+|{[^}]+})(\/([a-z0-9\-\.]+|{[^}]+}))*)(\/_[a-z]+)?)\/?)$"
)
QUERY_KEY = re.compile(r"^\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*$")
SEMANTIC = re.compile(r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")
PROBLEM = "application/problem+json"
SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Access-Control-Allow-Origin": "*",
}


@pytest.fixture
def described(client: Client) -> Any:
    return client.get(DESCRIPTION).json()


def operations(described: Any) -> Iterator[tuple[str, str, Any]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_the_address_has_the_first_number_of_the_version_and_no_more(described: Any):
    """/core/uri-version"""
    (server,) = described["servers"]

    assert re.search(r"/v\d+$", server["url"])
    assert server["url"].endswith(f"/v{described['info']['version'].split('.')[0]}")
    assert "/v" not in "".join(described["paths"])


def test_the_server_it_names_is_where_it_answers(client: Client, described: Any):
    base = described["servers"][0]["url"].removeprefix("http://testserver")

    assert f"{base}/openapi.json" == DESCRIPTION
    assert client.get(f"{base}/regions").status_code == 200


def test_the_version_is_semantic_and_every_answer_names_it(client: Client, described: Any):
    """/core/semver, /core/version-header"""
    version = described["info"]["version"]
    described_in = [
        answer["headers"]["API-Version"]
        for _, _, operation in operations(described)
        for answer in operation["responses"].values()
    ]

    assert SEMANTIC.match(version)
    assert described_in
    for path in (DESCRIPTION, "/api/v1/regions", "/api/v1/rules/none"):
        assert client.get(path).headers["API-Version"] == version


def test_methods_are_those_of_http_and_only_read(described: Any):
    """/core/http-methods, /core/http-safety"""
    assert {method for _, method, _ in operations(described)} == {"get"}


def test_no_path_ends_with_a_slash_and_each_is_kebab_case(described: Any):
    """/core/no-trailing-slash, /core/path-segments-kebab-case"""
    paths = list(described["paths"])

    assert [path for path in paths if path.endswith("/")] == []
    assert [path for path in paths if not SEGMENTS.match(path)] == []


def test_a_list_has_a_plural_name_and_what_hangs_on_it_stands_below(described: Any):
    """/core/naming-resources, /core/naming-collections, /core/nested-child"""
    named = {part for path in described["paths"] for part in path.split("/")[1:] if part[:1] != "{"}

    assert named == {"regions", "services", "rules"}
    assert "/regions/{region}/services/{code}" in described["paths"]


def test_query_keys_are_camel_case(described: Any):
    """/core/query-keys-camel-case"""
    keys = [
        parameter["name"]
        for _, _, operation in operations(described)
        for parameter in operation["parameters"]
        if parameter["in"] == "query"
    ]

    assert "lifeDomain" in keys
    assert [key for key in keys if not QUERY_KEY.match(key)] == []


def test_a_day_is_a_date_without_a_time(described: Any):
    """/core/date-time, /core/date-time/date-omit-time-portion"""
    fields = [
        (name, field)
        for schema in described["components"]["schemas"].values()
        for name, field in schema.get("properties", {}).items()
        if name.endswith(("On", "Of"))
    ]
    formats = [
        kind["format"]
        for _, field in fields
        for kind in (field, *field.get("anyOf", ()))
        if "format" in kind
    ]

    assert {name for name, _ in fields} == {"asOf", "checkedOn", "verifiedOn"}
    assert len(formats) == len(fields)
    assert set(formats) == {"date"}


def test_every_error_that_is_described_is_a_problem_with_its_three_fields(described: Any):
    """/core/error-handling/problem-details"""
    problem = described["components"]["schemas"]["Problem"]
    errors = [
        (path, status, list(answer["content"]))
        for path, _, operation in operations(described)
        for status, answer in operation["responses"].items()
        if status[0] in "45"
    ]

    assert errors
    assert [one for one in errors if one[2] != [PROBLEM]] == []
    assert set(problem["required"]) >= {"status", "title", "detail"}
    assert set(problem["properties"]) <= {"status", "title", "detail", "type", "instance"}


def test_all_that_is_wrong_with_a_question_is_said_at_once(client: Client):
    """/core/error-handling/all-errors"""
    found = client.get("/api/v1/regions/waalstad/services?page=0&pageSize=0&initiative=x").json()

    assert all(name in found["detail"] for name in ("page", "pageSize", "initiative"))


@pytest.mark.parametrize("path", ["/api/v1/regions", "/api/v1/rules/none", DESCRIPTION])
def test_every_answer_carries_the_headers_that_guard_it(client: Client, path: str):
    """/core/transport/security-headers, /core/transport/cors"""
    headers = client.get(path).headers

    assert {name: headers.get(name) for name in SECURITY} == SECURITY
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Content-Type"].split(";")[0] in {"application/json", PROBLEM}


def test_no_answer_needs_or_makes_a_session(client: Client):
    """/core/stateless"""
    response = client.get("/api/v1/regions")

    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")
