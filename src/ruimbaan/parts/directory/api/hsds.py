# SPDX-License-Identifier: EUPL-1.2
"""The open interface of the Human Services Data Specification 3.0: read only, for everybody.

The shapes of the answers are the standard's own schemas; our additions stand under `ruimbaan` on a
service, an organisation or a location, as `/hsds/profile.json` says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import WithJsonSchema

from ruimbaan.parts.directory.api import rows, trees
from ruimbaan.parts.directory.api.asking import (
    Format,
    Organizations,
    Paging,
    ServiceAtLocations,
    Services,
    Terms,
    Tree,
    Word,
    all_of,
    page_of,
)
from ruimbaan.parts.directory.api.problems import (
    ABOUT_US,
    LINES,
    OpenInterface,
    Problem,
    explain_errors,
    with_headers,
)

STANDARD = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema"
VERSION = "3.0.0"
PROFILE: Tree = json.loads(
    (Path(__file__).parent / "profile.schema.json").read_text(encoding="utf-8")
)
ERRORS = {404: Problem, 422: Problem}

api = OpenInterface(
    title="Ruimbaan: the map, by HSDS 3.0",
    version=VERSION,
    description="Who helps, in the shape of the Human Services Data Specification 3.0.",
    urls_namespace="hsds",
    docs_url=None,
    openapi_url=None,
    openapi_extra=ABOUT_US,
)
explain_errors(api)
router = Router(tags=["HSDS"])


def _of_standard(name: str) -> Any:
    return Annotated[dict[str, Any], WithJsonSchema({"$ref": f"{STANDARD}/{name}.json"})]


Service, ServiceInList = _of_standard("compiled/service"), _of_standard("compiled/service_list")
Organization = _of_standard("compiled/organization")
OrganizationInList = _of_standard("compiled/organization_list")
# The official description names the schema of a service here, which its own example does not fit.
AtLocation = _of_standard("compiled/service_at_location")
AtLocationInList = _of_standard("compiled/service_at_location_list")
Taxonomy, Term = _of_standard("taxonomy"), _of_standard("taxonomy_term")


class Page(Schema):
    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool


class About(Schema):
    version: str
    profile: str
    openapi_url: str


def _page(name: str, inner: Any) -> Any:
    return type(name, (Page,), {"__annotations__": {"contents": list[inner]}})


@router.get("", response=About, url_name="about", summary="What this is")
def about(request: HttpRequest) -> Tree:
    return {
        "version": "3.0",
        "profile": request.build_absolute_uri(reverse("hsds:profile")),
        "openapi_url": request.build_absolute_uri(reverse("hsds:openapi-json")),
    }


@router.get("/openapi.json", include_in_schema=False, url_name="openapi-json")
def openapi(request: HttpRequest) -> Tree:
    return api.as_openapi()


@router.get("/profile.json", response=dict[str, Any], url_name="profile", summary="Our additions")
def profile(request: HttpRequest) -> Tree:
    return PROFILE


@router.get(
    "/services",
    response={200: _page("Services", ServiceInList), 422: Problem},
    url_name="services",
    summary="Services",
)
def services(request: HttpRequest, asked: Query[Services]) -> Any:
    render = trees.minimal if asked.minimal else trees.whole if asked.full else trees.simple
    return _answer(request, rows.services(asked), asked, render)


@router.get(
    "/services/{uid}", response={200: Service} | ERRORS, url_name="service", summary="One service"
)
def service(request: HttpRequest, uid: Word) -> Tree:
    return _one(rows.visible_services(), uid, trees.whole)


@router.get(
    "/organizations",
    response={200: _page("Organizations", OrganizationInList), 422: Problem},
    url_name="organizations",
    summary="Organisations and initiatives",
)
def organizations(request: HttpRequest, asked: Query[Organizations]) -> Any:
    render = trees.organisations(full=asked.full, full_service=asked.full_service)
    return _answer(request, rows.organizations(asked), asked, render)


@router.get(
    "/organizations/{uid}",
    response={200: Organization} | ERRORS,
    url_name="organization",
    summary="One organisation, with its services",
)
def organization(request: HttpRequest, uid: Word, full_service: bool = False) -> Tree:  # noqa: FBT001, FBT002
    render = trees.organisations(full=True, full_service=full_service)
    return _one(rows.table("organization"), uid, render)


@router.get(
    "/service_at_locations",
    response={200: _page("ServiceAtLocations", AtLocationInList), 422: Problem},
    url_name="service_at_locations",
    summary="Services at their places",
)
def service_at_locations(request: HttpRequest, asked: Query[ServiceAtLocations]) -> Any:
    render = trees.whole if asked.full else trees.simple
    return _answer(request, rows.service_at_locations(asked), asked, render)


@router.get(
    "/service_at_locations/{uid}",
    response={200: AtLocation} | ERRORS,
    url_name="service_at_location",
    summary="One service at one place",
)
def service_at_location(request: HttpRequest, uid: Word) -> Tree:
    return _one(rows.service_at_locations(ServiceAtLocations()), uid, trees.whole)


@router.get(
    "/taxonomies",
    response={200: _page("Taxonomies", Taxonomy), 422: Problem},
    url_name="taxonomies",
    summary="Taxonomies",
)
def taxonomies(request: HttpRequest, asked: Query[Paging]) -> Any:
    return _answer(request, rows.taxonomies(asked.search), asked, trees.simple)


@router.get(
    "/taxonomies/{uid}",
    response={200: Taxonomy} | ERRORS,
    url_name="taxonomy",
    summary="One taxonomy",
)
def taxonomy(request: HttpRequest, uid: Word) -> Tree:
    return _one(rows.table("taxonomy"), uid, trees.simple)


@router.get(
    "/taxonomy_terms",
    response={200: _page("TaxonomyTerms", Term), 422: Problem},
    url_name="taxonomy_terms",
    summary="Terms of taxonomies",
)
def taxonomy_terms(request: HttpRequest, asked: Query[Terms]) -> Any:
    return _answer(request, rows.terms(asked), asked, trees.simple)


@router.get(
    "/taxonomy_terms/{uid}",
    response={200: Term} | ERRORS,
    url_name="taxonomy_term",
    summary="One term",
)
def taxonomy_term(request: HttpRequest, uid: Word) -> Tree:
    return _one(rows.table("taxonomy_term"), uid, trees.simple)


def _answer(
    request: HttpRequest, found: rows.Rows, asked: Paging, render: trees.Render
) -> Tree | HttpResponse:
    if asked.format is Format.JSON:
        return page_of(found, asked, render)
    lines: Iterable[str] = (f"{json.dumps(tree)}\n" for tree in all_of(found, render))
    response = StreamingHttpResponse(lines, content_type=LINES)
    return with_headers(request, response, VERSION)  # type: ignore[return-value]


def _one(found: rows.Rows, uid: str, render: trees.Render) -> Tree:
    row = found.filter(uid=uid).first()
    if row is None:
        raise Http404
    return render([row])[0]


api.add_router("/hsds", router)
urls = api.open_urls()
