# SPDX-License-Identifier: EUPL-1.2
"""Errors of the interfaces as `application/problem+json` (RFC 9457), with no word of the question
in them, and the headers that every answer has."""

from __future__ import annotations

import json
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

Response = TypeVar("Response", bound=HttpResponseBase)
LINES = "application/x-ndjson"
PROBLEM = "application/problem+json"
TITLES = {
    400: "Bad request",
    404: "Not found",
    422: "The question is not in order",
    429: "Too many questions",
}


FIRST_ERROR = 400  # statuses from here on are errors
VERSION_HEADER = {
    "API-Version": {"description": "The whole version.", "schema": {"type": "string"}}
}
BUSY = {
    "description": "Too many questions from one network address: ask again after a while.",
    "headers": {
        **VERSION_HEADER,
        "Retry-After": {"description": "In seconds.", "schema": {"type": "integer"}},
    },
    "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
ABOUT_US = {
    "info": {
        "contact": {
            "name": "Ruimbaan",
            "url": "https://ruimbaan.example/open-broncode",
            "email": "api@ruimbaan.example",
        },
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }
}


class Problem(Schema):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str


def problem(status: int, detail: str) -> HttpResponse:
    title = TITLES.get(status, "Error")
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return HttpResponse(json.dumps(content), status=status, content_type=PROBLEM)


def too_many_questions(request: HttpRequest, seconds: int, version: str) -> HttpResponse:
    response = problem(429, f"Ask again after {seconds} seconds.")
    response.headers["Retry-After"] = str(seconds)
    return with_headers(request, response, version)


def explain_errors(api: NinjaAPI) -> None:
    """Every error of this interface becomes a problem."""

    def not_found(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(404, "There is nothing here with this name.")

    def refused(request: HttpRequest, error: Any) -> HttpResponse:
        where = sorted({".".join(map(str, one["loc"][1:])) for one in error.errors})
        return problem(422, f"Look at: {', '.join(where)}.")

    def other(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(error.status_code, error.message)

    api.add_exception_handler(Http404, not_found)
    api.add_exception_handler(ValidationError, refused)
    api.add_exception_handler(HttpError, other)


class OpenInterface(NinjaAPI):
    """An interface for everybody: every answer names its version and may be read by any page.
    What was searched for is kept nowhere; anything else is asked for again each time."""

    def open_urls(self) -> tuple[list[URLPattern | URLResolver], str, str]:
        """For `path("", …)`: the addresses of this interface and no others."""
        patterns, app, namespace = self.urls
        mine = [pattern for pattern in patterns if getattr(pattern, "name", "") != "api-root"]
        return mine, app, namespace

    def as_openapi(self, server: str = "") -> dict[str, Any]:
        """The whole interface as OpenAPI 3.1, with errors as what they are sent as. `server`: the
        address below which every path stands."""
        described = dict(self.get_openapi_schema(path_prefix=""))
        if server:
            base = urlsplit(server).path
            described["servers"] = [{"url": server}]
            described["paths"] = {
                path.removeprefix(base): operations
                for path, operations in described["paths"].items()
            }
        for operations in described["paths"].values():
            for operation in operations.values():
                for status, answer in operation["responses"].items():
                    answer["headers"] = VERSION_HEADER
                    if int(status) >= FIRST_ERROR:
                        answer["content"] = {PROBLEM: answer["content"]["application/json"]}
                    elif any(one["name"] == "format" for one in operation["parameters"]):
                        answer["content"][LINES] = {"schema": {"type": "string"}}
                operation["responses"]["429"] = BUSY
        return described

    def create_response(self, request: HttpRequest, data: Any, **others: Any) -> HttpResponse:
        return with_headers(request, super().create_response(request, data, **others), self.version)

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:
        response = super().on_exception(request, exc)
        return with_headers(request, response, self.version)


def with_headers(request: HttpRequest, response: Response, version: str) -> Response:
    response.headers["API-Version"] = version
    response.headers["Access-Control-Allow-Origin"] = "*"
    if response.status_code < FIRST_ERROR and not request.GET.get("search"):
        response.headers["Cache-Control"] = "public, no-cache"
    return response
