# SPDX-License-Identifier: EUPL-1.2
"""The language of a page follows from its address alone: Dutch at `/`, English at `/en/`.

Django's own LocaleMiddleware also looks at the browser's wishes and so makes every page vary
by them; here one address always shows the same page, to everybody and to every cache.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_safe

ENGLISH = "/en/"
Handler = Callable[[HttpRequest], HttpResponse]


class LanguageFromPath:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


@require_safe
def english(_request: HttpRequest) -> HttpResponse:
    """Whoever types the address without its last stroke comes to the same page."""
    return HttpResponseRedirect(ENGLISH, status=HTTPStatus.SEE_OTHER)
