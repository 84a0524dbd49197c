# SPDX-License-Identifier: EUPL-1.2
"""The open HSDS interface against the standard's own OpenAPI file and schemas."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from ruimbaan.core.directory.records.profile import made_id
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.finding import find, listings_of
from tests.contract.api.standard import MEANT, inlined, read, registry

OPENAPI = read("openapi.json")
PATHS = sorted(OPENAPI["paths"])
NAMES = {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"}
W25 = made_id("waalstad", "service", "W25")


def get(client: Client, path: str, **asked: Any) -> Any:
    response = client.get(f"/hsds{path}", asked)
    assert response.status_code == 200, response.content
    return response.json()


def schema_of(path: str) -> Any:
    answer = OPENAPI["paths"][path]["get"]["responses"]["200"]
    found = answer["content"]["application/json"]["schema"]
    return {"$ref": MEANT[path]} if path in MEANT else found


def faults(path: str, answer: Any) -> list[str]:
    whole = {"components": OPENAPI["components"], **schema_of(path)}
    checker = Draft202012Validator(
        whole, registry=registry(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(answer)]


def test_the_official_description_has_no_address_that_we_lack():
    assert {path.split("/")[1] for path in PATHS} == {"", *NAMES}


@pytest.mark.parametrize("path", [path for path in PATHS if "{" not in path])
@pytest.mark.parametrize(
    "asked",
    [{}, {"full": "true"}, {"per_page": "3", "page": "2"}, {"minimal": "true"}],
    ids=str,
)
def test_a_list_is_as_the_standard_says(client: Client, path: str, asked: dict[str, str]):
    answer = get(client, path.rstrip("/"), **asked)

    assert faults(path, answer) == []


@pytest.mark.parametrize("path", [path for path in PATHS if "{" in path])
def test_one_thing_is_as_the_standard_says(client: Client, path: str):
    listed = path.removesuffix("/{id}")
    contents = get(client, listed, per_page=5)["contents"]

    for one in contents:
        assert faults(path, get(client, f"{listed}/{one['id']}")) == []
    assert contents or listed.startswith("/taxonom")


def test_a_page_says_where_it_is(client: Client):
    first = get(client, "/services", per_page=100)
    last = get(client, "/services", per_page=100, page=first["total_pages"])
    after = get(client, "/services", per_page=100, page=first["total_pages"] + 1)

    assert (first["first_page"], first["last_page"], first["size"]) == (True, False, 100)
    assert (last["first_page"], last["last_page"], last["empty"]) == (False, True, False)
    assert (after["empty"], after["contents"]) == (True, [])


def test_everything_on_lines_is_everything(client: Client):
    response = client.get("/hsds/services", {"format": "ndjson"})
    lines = b"".join(response.streaming_content).decode().splitlines()  # type: ignore[attr-defined]

    assert response.headers["Content-Type"] == "application/x-ndjson"
    total = get(client, "/services")["total_items"]
    assert len({json.loads(line)["id"] for line in lines}) == len(lines) == total


def test_minimal_is_the_moment_and_what_the_schema_asks_for(client: Client):
    found = get(client, "/services", minimal="true", per_page=3)["contents"]
    assert {tuple(one) for one in found} == {("id", "name", "status", "last_modified")}


def test_the_filters_narrow_down(client: Client):
    one = get(client, f"/services/{W25}")
    owner = one["organization"]["id"]

    of_owner = get(client, "/services", organization_id=owner)["contents"]
    named = get(client, "/services", search="briefadres aanvragen")["contents"]
    assert {service["organization"]["id"] for service in of_owner} == {owner}
    assert W25 in {service["id"] for service in named}
    assert get(client, "/services", modified_after="2999-01-01T00:00:00Z")["empty"]
    assert get(client, "/services", taxonomy_id="no-such")["empty"]
    assert get(client, "/taxonomy_terms", top_only="true", parent_id="x")["empty"]


def ids(found: Any) -> set[str]:
    return {one["id"] for one in found["contents"]}


def test_search_finds_what_the_site_finds(client: Client):
    """Daily words, slips of the pen, other forms and whole sentences; in every region at once."""
    site = find("waalstad", "ik slaap op de bank bij een vriend", Filters())
    on_site = {one.uid for one in listings_of(site.listings)}
    asked = {"search": "ik slaap op de bank bij een vriend", "per_page": 200}

    assert on_site
    assert on_site <= ids(get(client, "/services", **asked))
    debts = ids(get(client, "/services", search="schulden", per_page=200))
    assert debts
    assert ids(get(client, "/services", search="sgulden", per_page=200)) == debts
    assert get(client, "/services", search="xyzzyqwerty")["empty"]


def test_search_of_a_service_goes_for_its_places_too(client: Client):
    services = ids(get(client, "/services", search="briefadres", per_page=200))
    found = get(client, "/service_at_locations", search="briefadres", per_page=200, full="true")

    assert found["contents"]
    assert {one["service"]["id"] for one in found["contents"]} <= services


def test_an_organisation_is_found_by_what_it_does_and_by_its_name(client: Client):
    one = get(client, f"/services/{W25}")
    owner = one["organization"]

    assert owner["id"] in ids(get(client, "/organizations", search="briefadres", per_page=200))
    assert owner["id"] in ids(get(client, "/organizations", search=owner["name"], per_page=200))
    assert get(client, "/organizations", search="xyzzyqwerty")["empty"]


def test_words_that_say_nothing_find_everything_and_lines_are_searched_too(client: Client):
    everything = get(client, "/services")["total_items"]

    assert get(client, "/services", search="ik zoek hulp")["total_items"] == everything
    lines = b"".join(client.get("/hsds/services?search=schulden&format=ndjson"))
    debts = ids(get(client, "/services", search="schulden", per_page=200))
    assert {json.loads(line)["id"] for line in lines.splitlines()} == debts


def test_our_profile_comes_along_and_fits_its_schema(client: Client):
    found = get(client, f"/services/{W25}")["ruimbaan"]
    profile = get(client, "/profile.json")

    assert list(Draft202012Validator(profile).iter_errors(found)) == []
    assert (found["planning"]["frame"], found["planning"]["wait"]["days"]) == ("Wet BRP", 14)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/services?page=0", 422),
        ("/services?per_page=100000", 422),
        ("/services?format=xml", 422),
        ("/services?modified_after=gisteren", 422),
        ("/services?modified_after=1795305600", 422),
        ("/services/none", 404),
        ("/organizations/none", 404),
        ("/service_at_locations/none", 404),
    ],
)
def test_an_error_is_a_problem_that_repeats_nothing(client: Client, path: str, status: int):
    response = client.get(f"/hsds{path}")

    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert set(response.json()) == {"type", "title", "status", "detail"}
    assert "gisteren" not in response.content.decode()


def test_our_own_description_is_valid_openapi(client: Client):
    described = get(client, "/openapi.json")

    validate(inlined(described))
    assert described["openapi"].startswith("3.1")
    assert {f"/hsds{path}".rstrip("/").replace("{id}", "{uid}") for path in PATHS} <= set(
        described["paths"]
    )


def test_what_was_searched_for_is_kept_nowhere(client: Client):
    assert client.get("/hsds/services?search=schuld").headers["Cache-Control"] == "no-store"
    assert client.get("/hsds/services").headers["Cache-Control"] == "public, no-cache"
