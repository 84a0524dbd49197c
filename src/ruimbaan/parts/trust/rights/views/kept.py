# SPDX-License-Identifier: EUPL-1.2
"""What is kept how long: the rules themselves, for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ruimbaan.parts.trust.rights.presentation import kept_tables
from ruimbaan.parts.trust.rights.retention_rules import rules
from ruimbaan.ui.caching import public_page


@require_safe
@public_page
def kept(request: HttpRequest) -> HttpResponse:
    return render(request, "rights/kept.html", {"places": kept_tables(rules())})
