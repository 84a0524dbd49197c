# SPDX-License-Identifier: EUPL-1.2
"""What we ship loads nothing from elsewhere and has no inline script or style: a strict CSP holds.

Looks at the source; tests/e2e looks at the pages as a browser sees them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.paths import SOURCE, repository_files, shown

ADDRESS = r"[\"'(]?\s*(?:https?:)?//"
NAMESPACE = re.compile(r"https?://www\.w3\.org/[\w/#.-]*")  # a name, never fetched
LOADS = re.compile(
    rf"(?:\b(?:src|srcset|poster|data|action|formaction|hx-\w+)\s*=\s*{ADDRESS}"
    rf"|<(?:link|use|image)\b[^>]*href\s*=\s*{ADDRESS}"
    rf"|url\(\s*{ADDRESS}"
    rf"|@import\s+{ADDRESS}"
    rf"|\b(?:fetch|import|importScripts|WebSocket|EventSource|open)\(\s*{ADDRESS})",
    re.IGNORECASE,
)
INLINE = re.compile(
    r"<style\b|<script(?![^>]*\bsrc=)[^>]*>|[\s\"']style\s*=\s*[\"'{]|\son[a-z]+\s*=\s*[\"']|javascript:",
    re.IGNORECASE,
)
DOWNLOADED = {"taken_head.html"}  # opened from a disk: it must bring its style along
PLACES = (SOURCE / "ui", SOURCE / "parts", SOURCE / "project")
EVERYTHING = [
    p for p in repository_files(".css", ".html", ".js", ".svg", ".py") if p.is_relative_to(SOURCE)
]
MARKUP = [
    p
    for p in EVERYTHING
    if p.suffix in {".html", ".svg", ".py"}
    and any(map(p.is_relative_to, PLACES))
    and p.name not in DOWNLOADED
]


def hits(pattern: re.Pattern[str], paths: list[Path]) -> dict[str, list[str]]:
    texts = {shown(path): NAMESPACE.sub("", path.read_text(encoding="utf-8")) for path in paths}
    found = {path: pattern.findall(text) for path, text in texts.items()}
    return {path: lines for path, lines in found.items() if lines}


def test_nothing_is_loaded_from_elsewhere():
    assert EVERYTHING
    assert hits(LOADS, EVERYTHING) == {}


def test_no_script_or_style_stands_inside_a_page():
    assert MARKUP
    assert hits(INLINE, MARKUP) == {}


@pytest.mark.parametrize(
    "line",
    [
        '<img src="https://example.org/x.png">',
        "<link rel=stylesheet href=//example.org/x.css>",
        "@import 'https://example.org/x.css';",
        "background: url(http://example.org/x.png)",
        'fetch("https://example.org/")',
    ],
)
def test_this_test_sees_a_request_elsewhere(line):
    assert LOADS.search(line)


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>alert(1)</script>",
        '<button onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_this_test_sees_inline_code(line):
    assert INLINE.search(line)


@pytest.mark.parametrize(
    "line", ['<a href="https://example.org/">', '<script src="x.js" defer></script>']
)
def test_a_link_and_an_own_script_are_fine(line):
    assert not LOADS.search(line)
    assert not INLINE.search(line)
