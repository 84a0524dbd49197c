# SPDX-License-Identifier: EUPL-1.2
"""No package without a reason; and nothing that people install has a licence that ours cannot go with."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tools.check_requirements import FOLDER, PIN
from tools.dependencies_page import SETS, asked_by, dependencies_page, reasons
from tools.paths import ROOT

PAGE = ROOT / "docs" / "reference" / "dependencies.md"
REASONS = reasons()
EACH = [(name, package) for name, packages in REASONS.items() for package in packages]
NEVER_INSTALLED_WITH_THE_SITE = {"dev", "release", "spark"}
STRONG = re.compile(r"(?<!L)(?<!Lesser )\b(?:AGPL|GPL|Affero|GNU General Public)", re.IGNORECASE)
ON_ITS_OWN = {"ebooklib"}  # AGPL: only `ruimbaan book build` imports it, and no site does
CHOICE = {"pyphen"}  # GPL, LGPL or MPL, whichever one likes
WORDS = {  # of classifiers and free texts, as SPDX would say them
    "Apache": "Apache",
    "BSD": "BSD",
    "MIT": "MIT",
    "MPL": "MPL",
    "Mozilla": "MPL",
    "Python Software Foundation": "PSF",
    "PSF": "PSF",
    "LGPL": "LGPL",
    "Lesser": "LGPL",
    "AGPL": "AGPL",
    "Affero": "AGPL",
}


def said_by(package: str) -> str:
    """What an installed package says of its own licence; raises when it is not installed."""
    found = metadata(package)
    classifiers = [c for c in found.get_all("Classifier") or [] if c.startswith("License")]
    named = [*(found.get_all("License-Expression") or []), *classifiers]
    return " ".join([*named, *(free[:200] for free in found.get_all("License") or [])])


def test_every_package_that_is_asked_for_has_a_reason_and_no_reason_is_left_over():
    assert list(REASONS) == list(SETS)
    assert {name: sorted(packages) for name, packages in REASONS.items()} == {
        name: sorted(asked_by(name)) for name in SETS
    }


def test_the_page_is_what_the_reasons_say():
    assert PAGE.read_text(encoding="utf-8") == dependencies_page(), "run `make docs`"


def test_a_reason_is_a_reason():
    assert [(n, p) for n, p in EACH if len(REASONS[n][p].why) < len("types")] == []


@pytest.mark.parametrize(("name", "package"), EACH)
def test_the_licence_is_what_the_package_says(name: str, package: str):
    try:
        said = said_by(package)
    except PackageNotFoundError:
        assert name in NEVER_INSTALLED_WITH_THE_SITE, f"{package} is not installed"
        return
    ours = REASONS[name][package].licence

    kinds = {kind for word, kind in WORDS.items() if word in said}
    assert not kinds or any(kind in ours for kind in kinds), said


def installed_with_the_site() -> list[str]:
    return sorted(
        {
            pin["name"]
            for name in SETS
            if name not in NEVER_INSTALLED_WITH_THE_SITE
            for pin in PIN.finditer((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
        }
    )


def test_nothing_that_is_installed_with_the_site_asks_more_of_others_than_our_licence():
    strong = {package for package in installed_with_the_site() if STRONG.search(_said(package))}

    assert len(installed_with_the_site()) > 50
    assert strong == ON_ITS_OWN | CHOICE


def _said(package: str) -> str:
    try:
        return said_by(package)
    except PackageNotFoundError:
        return ""
