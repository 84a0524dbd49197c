# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/dependencies.md: each package that we ask for ourselves, its licence, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.paths import ROOT

FOLDER = ROOT / "requirements"
REASONS = FOLDER / "reasons.yaml"
DECISIONS = ROOT / "docs" / "decisions"
SETS: dict[str, str] = {
    "app": "The site and the command line",
    "analytics": "Counting for the region, beside it",
    "book": "The book on paper, beside it",
    "postgresql": "A site on PostgreSQL",
    "spark": "A second engine for event logs, rarely",
    "build": "Making a package",
    "dev": "Tests, checks, pinning: no part of what is installed",
    "release": "The list of what a release holds, in an environment of its own",
}
HEAD = """# What we build on

Each package that Ruimbaan asks for itself, with its licence and why it is there.
Written by `make docs` from [reasons.yaml](../../requirements/reasons.yaml); a package without a reason fails the tests.
What those ask for in turn is pinned with hashes in `requirements/*.txt`; a release brings the whole list along as CycloneDX ([make a release](../how-to/make-a-release.md)).

EbookLib is AGPL: only `ruimbaan book build` imports it, in a process of its own, and no site does; whoever passes on a copy with it passes on its conditions too.
Pyphen, which WeasyPrint asks for, may be had under the MPL. psycopg is LGPL and used as it is.
Nothing else that is installed with the site asks more of others than the EUPL.

What is not here on purpose: PM4Py and OpenFisca are AGPL and only ever asked as oracles, outside this repository's tests in `make test`; no package that learns, tracks or phones home.
"""
TABLE = "\n## {title}\n`requirements/{name}.in`\n\n| package | licence | why | decision |\n|---|---|---|---|\n"


@dataclass(frozen=True, slots=True)
class Reason:
    licence: str
    why: str
    decision: str = ""


def reasons() -> dict[str, dict[str, Reason]]:
    """By set, then by the name as packages are compared by."""
    written = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    return {
        name: {package: Reason(**said) for package, said in packages.items()}
        for name, packages in written.items()
    }


def asked_by(name: str) -> list[str]:
    """The packages that this file itself asks for, in its order; not those of files it takes in."""
    lines = (FOLDER / f"{name}.in").read_text(encoding="utf-8").splitlines()
    plain = [line.split("#")[0].strip() for line in lines]
    return [
        canonicalize_name(Requirement(line).name)
        for line in plain
        if line and not line.startswith("-")
    ]


def decision_page(slug: str) -> Path:
    (found,) = DECISIONS.glob(f"[0-9]*-{slug}.md")
    return found


def dependencies_page() -> str:
    parts = [HEAD]
    for name, packages in reasons().items():
        parts.append(TABLE.format(title=SETS[name], name=name))
        parts += [_row(package, reason) for package, reason in packages.items()]
    return "".join(parts)


def _row(package: str, reason: Reason) -> str:
    decision = ""
    if reason.decision:
        page = decision_page(reason.decision)
        decision = f"[{reason.decision}](../decisions/{page.name})"
    return f"| {package} | {reason.licence} | {reason.why} | {decision} |\n"
