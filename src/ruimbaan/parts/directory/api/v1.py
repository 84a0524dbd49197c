# SPDX-License-Identifier: EUPL-1.2
"""Our own open interface, by the NL API Design Rules: who helps, who pays, how one gets in, how
long it takes, and which rules stand in between. Read only, for everybody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from ruimbaan.core.directory.service import AllOf, AnyOf, Need, Service
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.directory.api.asking import (
    PER_PAGE,
    PageNumber,
    PageSize,
    Tree,
    Word,
)
from ruimbaan.parts.directory.api.problems import (
    ABOUT_US,
    OpenInterface,
    Problem,
    explain_errors,
)
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.regions import Region, list_regions
from ruimbaan.parts.rulebook import queries as rulebook

VERSION = "1.0.0"
BASE = "/api/v1"  # the first number of the version
SHOWN = ("active", "temporarily closed")

api = OpenInterface(
    title="Ruimbaan",
    version=VERSION,
    description="Who helps in a region, who pays, how one gets in, how long it takes, and the "
    "rules in between. Times are in days, dates are of the Gregorian calendar (ISO 8601).",
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url=None,
    openapi_extra=ABOUT_US,
)
explain_errors(api)
router = Router(tags=["Ruimbaan"])
ERRORS = {404: Problem, 422: Problem}


class Told(Schema):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Words(Told):
    nl: str
    en: str


class RegionOut(Told):
    id: str
    title: str
    as_of: date = Field(
        description="The day from which the data of this region count; plans of made-up people begin on it."
    )


class Wait(Told):
    days: int | None = Field(description="Days from application to start; empty when unknown.")
    p50: int | None = None
    p90: int | None = None
    as_of: date | None = None
    source: str = ""
    rule: str | None = Field(default=None, description="The rule behind the wait.")


class ServiceOut(Told):
    id: str
    hsds_id: str
    region: str
    name: Words
    organisation: str
    status: str
    is_initiative: bool
    life_domain: str
    payer: str = Field(description="Who pays, under which law.")
    gate: str = Field(description="How one gets in.")
    wait: Wait
    rules: list[str] = Field(description="Rules that stand on the way in, out or in between.")
    free: bool | None
    women_only: bool
    with_children: bool
    languages: list[str]
    verified_on: date | None = Field(description="The day on which a human last looked.")
    verified_by: str


class SourceOut(Told):
    cited: Words = Field(description="The law and the article, as one cites them.")
    link: str = Field(description="Where it can be read; empty when it is not public.")
    checked_on: date | None = Field(description="The day on which it was last read.")


class RuleOut(Told):
    id: str
    title: Words
    layer: str
    sources: list[SourceOut]
    status: str
    means_for_you: Words


class RegionList(Told):
    regions: list[RegionOut]


class ServiceList(Told):
    page: int
    page_size: int
    total: int
    services: list[ServiceOut]


class RuleList(Told):
    rules: list[RuleOut]


class ServicesAsked(Schema):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    page: PageNumber = 1
    page_size: PageSize = PER_PAGE
    life_domain: Word = ""
    payer: Word = ""
    gate: Word = ""
    initiative: bool | None = None


@router.get(
    "/openapi.json", include_in_schema=False, url_name="openapi-json", response=dict[str, Any]
)
def openapi(request: HttpRequest) -> Tree:
    return api.as_openapi(request.build_absolute_uri(BASE))


@router.get("/regions", response=RegionList, url_name="regions", by_alias=True)
def regions(request: HttpRequest) -> Tree:
    return {"regions": [_region(region) for region in list_regions().values()]}


@router.get(
    "/regions/{region}",
    response={200: RegionOut} | ERRORS,
    url_name="region",
    by_alias=True,
)
def region(request: HttpRequest, region: Word) -> Tree:
    return _region(_find(region))


@router.get(
    "/regions/{region}/services",
    response={200: ServiceList} | ERRORS,
    url_name="services",
    by_alias=True,
)
def services(request: HttpRequest, region: Word, asked: Query[ServicesAsked]) -> Tree:
    found = _find(region)
    rows = Listing.objects.filter(region=found.id, status__in=SHOWN).order_by("code")
    for column, wanted in (
        ("domain", asked.life_domain),
        ("frame", asked.payer),
        ("gate", asked.gate),
    ):
        rows = rows.filter(**{column: wanted}) if wanted else rows
    if asked.initiative is not None:
        rows = rows.filter(is_initiative=asked.initiative)
    first = (asked.page - 1) * asked.page_size
    shown = rows[first : first + asked.page_size]
    return {
        "page": asked.page,
        "page_size": asked.page_size,
        "total": rows.count(),
        "services": [_service(row, found) for row in shown],
    }


@router.get(
    "/regions/{region}/services/{code}",
    response={200: ServiceOut} | ERRORS,
    url_name="service",
    by_alias=True,
)
def service(request: HttpRequest, region: Word, code: Word) -> Tree:
    found = _find(region)
    row = Listing.objects.filter(region=found.id, code=code, status__in=SHOWN).first()
    if row is None:
        raise Http404
    return _service(row, found)


@router.get("/rules", response=RuleList, url_name="rules", by_alias=True)
def rules(request: HttpRequest) -> Tree:
    return {"rules": [_rule(rule) for rule in rulebook.list_rules()]}


@router.get("/rules/{code}", response={200: RuleOut} | ERRORS, url_name="rule", by_alias=True)
def rule(request: HttpRequest, code: Word) -> Tree:
    found = rulebook.find_rule(code)
    if found is None:
        raise Http404
    return _rule(found)


def _find(name: str) -> Region:
    found = list_regions().get(name)
    if found is None:
        raise Http404
    return found


def _region(region: Region) -> Tree:
    return {"id": region.id, "title": region.title.nl, "as_of": region.world.as_of}


def _service(row: Listing, region: Region) -> Tree:
    planned = region.world.services.get(row.code)
    return {
        "id": row.code,
        "hsds_id": row.uid,
        "region": row.region,
        "name": {"nl": row.name, "en": row.name_en or row.name},
        "organisation": row.organisation,
        "status": row.status,
        "is_initiative": row.is_initiative,
        "life_domain": row.domain,
        "payer": row.frame,
        "gate": row.gate,
        "wait": _wait(planned, row),
        "rules": sorted(_rules(planned)) if planned else [],
        "free": row.is_free,
        "women_only": row.women_only,
        "with_children": row.with_children,
        "languages": row.languages.split(),
        "verified_on": row.verified_on,
        "verified_by": row.verified_by,
    }


def _wait(service: Service | None, row: Listing) -> Tree:
    if service is None:
        return {"days": row.wait_days}
    wait = service.wait
    return {
        "days": wait.days,
        "p50": wait.p50,
        "p90": wait.p90,
        "as_of": wait.as_of,
        "source": wait.source,
        "rule": wait.rule,
    }


def _rules(service: Service) -> set[str]:
    found = {rule for need in service.needs for rule in _rules_of(need)}
    parts = (service.wait, service.opens, *service.gives, *service.takes, *service.excludes)
    return found | {part.rule for part in parts if part is not None and part.rule}


def _rules_of(need: Need) -> set[str]:
    if isinstance(need, AnyOf):
        return {rule for option in need.options for rule in _rules_of(option)}
    if isinstance(need, AllOf):
        return {rule for part in need.parts for rule in _rules_of(part)}
    return {need.rule} if need.rule else set()


def _rule(rule: RuleText) -> Tree:
    return {
        "id": rule.id,
        "title": _words(rule.plain.title),
        "layer": rule.layer.value if rule.layer else "",
        "sources": [
            {
                "cited": _words(source.cited),
                "link": source.link,
                "checked_on": source.checked_on,
            }
            for source in rule.sources
        ],
        "status": rule.status.value if rule.status else "",
        "means_for_you": _words(rule.plain.means_for_you),
    }


def _words(text: Text) -> Tree:
    return {"nl": text.nl, "en": text.en}


api.add_router(BASE, router)
urls = api.open_urls()
