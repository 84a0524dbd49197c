# SPDX-License-Identifier: EUPL-1.2
"""What a report of an error may hold: where it went wrong, and nothing that anybody filled in.

Django hides what a view marks as sensitive. Here everything that came with a form and every value
inside the program is hidden, on every page, also while one develops: a page that forgot its mark
must not be the one that writes somebody's answers down.
"""

from __future__ import annotations

from collections.abc import ItemsView
from types import FrameType
from typing import Any

from django.http import HttpRequest, QueryDict
from django.views.debug import SafeExceptionReporterFilter


class NothingFilledIn(SafeExceptionReporterFilter):
    """Keeps names and hides values."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        posted = QueryDict() if request is None else request.POST
        return dict.fromkeys(posted, self.cleansed_substitute)

    def get_traceback_frame_variables(
        self,
        request: HttpRequest | None,  # noqa: ARG002 - Django's
        tb_frame: FrameType,
    ) -> ItemsView[str, Any]:
        return dict.fromkeys(tb_frame.f_locals, self.cleansed_substitute).items()

    def is_active(self, request: HttpRequest | None) -> bool:  # noqa: ARG002 - always
        return True
