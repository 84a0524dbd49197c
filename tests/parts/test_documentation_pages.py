# SPDX-License-Identifier: EUPL-1.2
"""The documentation on the site, and as files: every page is there, and nothing outside docs/ is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from ruimbaan.integrations.documentation import load_library
from ruimbaan.parts.documentation.services import make_files

PAGES = load_library().pages
DUTCH = "tutorials/eigen-reis"
LINK = re.compile(r'(?:href|src)="([^"#]+)[^"]*"')


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_contents_name_every_page(client: Client, language: str):
    html = text(client, f"{language}/docs")

    assert [name for name in PAGES if f'href="{language}/docs/{name}"' not in html] == []


def test_every_page_is_there_with_one_title(client: Client):
    pages = {name: text(client, f"/docs/{name}") for name in PAGES}
    odd = [
        name
        for name, html in pages.items()
        if html.count("<h1") != 1 or '<article class="rb-doc"' not in html
    ]

    assert odd == []


def test_a_page_says_in_which_language_it_is(client: Client):
    assert '<article class="rb-doc">' in text(client, f"/docs/{DUTCH}")
    assert '<article class="rb-doc" lang="nl">' in text(client, f"/en/docs/{DUTCH}")
    assert '<article class="rb-doc" lang="en">' in text(client, "/docs/reference/errors")


@pytest.mark.parametrize(
    "path",
    [
        "/docs/tutorials",
        "/docs/nothing",
        "/docs/reference/errors.md",
        "/docs/../README",
        "/docs/%2e%2e/pyproject",
        "/docs/reference/nothing.yaml",
        "/docs/../regels/nl/awb.yaml",
        "/docs//etc/passwd",
    ],
)
def test_what_is_no_page_is_not_found(client: Client, path: str):
    assert client.get(path).status_code == 404


def test_a_file_beside_the_pages_is_given_as_it_is(client: Client):
    answer = client.get("/docs/reference/terms.yaml")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert b"terms:" in answer.content


def test_who_has_a_page_already_gets_no_second_one(client: Client):
    first = client.get("/docs/reference/errors")
    again = client.get("/docs/reference/errors", headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_as_files_every_link_arrives_and_nothing_is_loaded_from_elsewhere(language):
    files = {file.name: file.content for file in make_files(language)}
    pages = {name: content.decode() for name, content in files.items() if name.endswith(".html")}
    dead = [
        (name, link)
        for name, html in pages.items()
        for link in LINK.findall(html)
        if not link.startswith(("http", "mailto:"))
        and (Path("/") / name).parent.joinpath(link).resolve().relative_to("/").as_posix()
        not in files
    ]

    assert len(pages) == len(PAGES) + 1
    assert dead == []
    assert [name for name, html in pages.items() if re.search(r'src="(?:https?:)?//', html)] == []


def test_the_same_pages_give_the_same_files():
    assert list(make_files("nl")) == list(make_files("nl"))


def test_the_command_writes_them_and_tells_their_sums(tmp_path: Path):
    run = CliRunner().invoke(app, ["docs", "build", "--out", str(tmp_path / "docs"), "--json"])

    told = json.loads(run.stdout)
    written = {
        path.relative_to(tmp_path / "docs").as_posix()
        for path in (tmp_path / "docs").rglob("*")
        if path.is_file()
    }
    assert run.exit_code == 0
    assert set(told) == written
    assert {"index.html", "docs.css", f"{DUTCH}.html"} <= written
