# SPDX-License-Identifier: EUPL-1.2
"""A public page of fixed text, with its address and its row in the list: NAME=a-slug."""

from __future__ import annotations

from pathlib import Path

from tools.new.scaffold import Scaffold, added_after, added_before, slug_of

PART = "src/ruimbaan/parts/pages"
LIST = "docs/reference/urls.md"
TEXT = """{{# SPDX-License-Identifier: EUPL-1.2 #}}
{{% extends "ui/base.html" %}}
{{% load i18n ui %}}
{{% block title %}}{{% translate "{title}" %}}{{% endblock %}}
{{% block heading %}}
  {{% translate "{title}" as title %}}{{% translate "Zeg hier in één zin wat iemand vindt." as lead %}}
  {{% include "ui/components/heading.html" %}}
{{% endblock %}}
{{% block main %}}
  <div class="rb-prose">
    <h2>{{% translate "Wat staat hier?" %}}</h2>
    <p>{{% translate "Schrijf kort. Zo leest iedereen het." %}}</p>
  </div>
{{% endblock %}}
"""


def scaffold(name: str, root: Path) -> Scaffold:
    slug = slug_of(name)
    template = slug.replace("-", "_")
    urls = (root / PART / "urls.py").read_text(encoding="utf-8")
    addresses = (root / LIST).read_text(encoding="utf-8")
    row = f"| `pages:{template}` | `/{slug}` | everyone | no | asked again | B1 | - |\n"
    line = f'    path("{slug}", page("{template}"), name="{template}"),\n'
    return Scaffold(
        {
            f"{PART}/templates/pages/{template}.html": TEXT.format(
                title=slug.replace("-", " ").capitalize()
            )
        },
        {
            f"{PART}/urls.py": added_before(urls, "]", line),
            LIST: added_after(addresses, "| `pages:", row),
        },
        (
            "Write the Dutch; make messages; write the English in src/ruimbaan/locale/en; make messages.",
            "pytest tests/parts/test_pages.py tests/parts/test_url_matrix.py",
            "ruimbaan demo, and look at it on a narrow screen, by keyboard, in both languages.",
        ),
    )
