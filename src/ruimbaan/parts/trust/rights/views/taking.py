# SPDX-License-Identifier: EUPL-1.2
"""Taking everything along: made while it is sent, after a fresh proof of who one is."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ruimbaan.parts.accounts.queries import actor_of
from ruimbaan.parts.accounts.services import proved_lately
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.rights.archive import zipped
from ruimbaan.parts.trust.rights.documents import as_json, as_page
from ruimbaan.parts.trust.rights.presentation import crumbs
from ruimbaan.parts.trust.rights.take_along import gather
from ruimbaan.parts.trust.rights.taken_log import log_items, log_lines


@require_safe
def page(request: HttpRequest) -> HttpResponseBase:
    return render(request, "rights/take_along.html", {"crumbs": crumbs(_("Alles meenemen"))})


@require_safe
@proved_lately
def file(request: HttpRequest) -> HttpResponseBase:
    """A HEAD gathers nothing, so it is logged as nothing."""
    actor, now = actor_of(request), timezone.now()
    account = actor.account
    if account is None:
        raise Http404
    name = _("mijn-gegevens")
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"'}
    if request.method == "HEAD":
        return StreamingHttpResponse((), status=HTTPStatus.OK, headers=headers)
    sections = gather(actor, account, now)
    journey = file_of(account)

    lines = log_lines(journey, account, now) if journey else iter(())
    items = log_items(journey, account, now) if journey else iter(())
    files = (
        (f"{name}.html", as_page(sections, lines, now)),
        (f"{name}.json", as_json(sections, items, now)),
    )
    pieces = _in_language(get_language() or "nl", zipped(files, timezone.localtime(now)))
    return StreamingHttpResponse(pieces, content_type="application/zip", headers=headers)


def _in_language(language: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Sending begins when the language of the request is let go of already."""
    while True:
        with override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
