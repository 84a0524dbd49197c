# SPDX-License-Identifier: EUPL-1.2
"""A field that people do not see and robots fill in."""

from __future__ import annotations

from django.http import HttpRequest

TRAP = "achternaam2"  # hidden from people; whoever fills it in is no reader


def is_robot(request: HttpRequest) -> bool:
    return bool(request.POST.get(TRAP))
