# SPDX-License-Identifier: EUPL-1.2
"""Every page of docs/ as HTML: its links arrive, its headings can be linked to, nothing of it needs a
style or a script, and what is wide can be scrolled by keyboard."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from ruimbaan.integrations.documentation import Article, Kind, Library, Page, article, load_library
from ruimbaan.integrations.language import Level, RemarkKind, check_text
from tests.addresses import WORDS
from tests.docs.markdown import anchors
from tests.parts.reading import blocks, length, sentences
from tools.paths import ROOT

DOCS = ROOT / "docs"
HREF = re.compile(r'<a href="([^"]*)"')
IDS = re.compile(r'\bid="([^"]*)"')
LABELS = re.compile(r'role="region" aria-label="([^"]*)"')
LEVELS = re.compile(r"<h(\d)")
EXAMPLE = re.compile(r"<pre.*?</pre>", re.DOTALL)
PLACE = "at:"


@cache
def library() -> Library:
    return load_library()


@cache
def made(name: str) -> Article:
    return article(library().pages[name], library(), lambda other: PLACE + other)


every_page = pytest.mark.parametrize("name", list(library().pages))


def test_no_page_is_left_out():
    written = {
        path.relative_to(DOCS).with_suffix("").as_posix()
        for kind in Kind
        for path in (DOCS / kind).glob("*.md")
    }

    assert set(library().pages) == written
    assert [page.name for page in library().pages.values() if page.title == page.name] == []


@every_page
def test_its_links_arrive(name: str):
    for href in HREF.findall(made(name).html):
        if href.startswith(PLACE):
            other, _, heading = href.removeprefix(PLACE).partition("#")
            assert other in {"", *library().pages, *library().files}, href
            assert not heading or f'id="{heading}"' in made(other).html, href
        elif href.startswith("#"):
            assert f'id="{href[1:]}"' in made(name).html, href
        else:
            assert href.startswith(("http://", "https://", "mailto:")), href


@every_page
def test_its_headings_have_the_names_that_other_viewers_give_them(name: str):
    ids = IDS.findall(made(name).html)

    assert len(ids) == len(set(ids))
    assert set(ids) >= anchors(DOCS / f"{name}.md") - {_anchor_of_title(name)}


def _anchor_of_title(name: str) -> str:
    """The title is no heading inside the text."""
    found = anchors(DOCS / f"{name}.md") - set(IDS.findall(made(name).html))
    assert len(found) <= 1
    return next(iter(found), "")


@every_page
def test_it_is_sound_html_without_style_or_script(name: str):
    html = made(name).html
    levels = [1, *map(int, LEVELS.findall(html))]
    labels = LABELS.findall(html)

    assert not re.search(r"<(?:script|style|iframe)|\sstyle=|\son\w+=", html)
    assert [b for a, b in pairwise(levels) if b > a + 1] == []
    assert len(labels) == len(set(labels))
    assert html.count("<table") == html.count('<div class="rb-scroll" tabindex="0"')
    assert html.count("<pre") == html.count('<pre tabindex="0"')


FOR_USERS = [
    one.name
    for one in library().pages.values()
    if one.language == "nl" and one.kind is not Kind.LAW  # for lawyers
]


@pytest.mark.parametrize("name", FOR_USERS)
def test_a_page_for_users_is_in_short_sentences_without_a_word_that_hurts(name: str):
    html = EXAMPLE.sub("", made(name).html)
    remarks = check_text("\n".join(blocks(html)), "nl", Level.B1)

    assert [one for one in sentences(html) if length(one) > WORDS["B1"]] == []
    assert [one.said for one in remarks if one.kind is RemarkKind.WORD] == []


def page(source: str) -> Page:
    return Page("how-to/one", Kind.HOW_TO, "One", "en", source)


def html_of(source: str) -> str:
    some = Library({"how-to/two": page("")}, {"pictures/a.png": DOCS / "pictures/a.png"})
    return article(page(source), some, lambda name: PLACE + name).html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("[b](two.md#here)", '<p><a href="at:how-to/two#here">b</a></p>'),
        ("[c](../README.md)", '<p><a href="at:">c</a></p>'),
        ("[d](../../deploy/README.md)", "<p>d (<code>deploy/README.md</code>)</p>"),
        ("[e](https://a.nl)", '<p><a href="https://a.nl" rel="noreferrer">e</a></p>'),
        ("a<br>b <script>c</script>", "<p>a<br />\nb &lt;script&gt;c&lt;/script&gt;</p>"),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>"),
        (
            "## Same\n## Same",
            """<h2 id="same"><a href="#same">Same</a></h2>
<h2 id="same-1"><a href="#same-1">Same</a></h2>""",
        ),
        (
            "```sh\na < b\n```",
            """<pre tabindex="0" role="region" aria-label="Example 1"><code>a &lt; b
</code></pre>""",
        ),
    ],
)
def test_what_a_page_can_hold(source: str, html: str):
    assert html_of(source) == html


def test_a_table_has_headings_no_style_and_no_empty_heading():
    html = html_of("| | n |\n|---|---:|\n| a | 1 |\n")

    assert '<th data-end="" scope="col">n</th>' in html
    assert '<td data-end="">1</td>' in html
    assert "<td></td>" in html
    assert "style" not in html


def test_an_installation_without_documentation_has_no_page(tmp_path: Path):
    assert load_library(tmp_path).pages == {}
