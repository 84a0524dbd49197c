# SPDX-License-Identifier: EUPL-1.2
"""In a demo: be one of the made-up people with one click. Outside a demo this page is not there."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ruimbaan.parts.accounts.demo import BY_NAME, PERSONAS
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import carrying
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.services import home_of, sign_in
from ruimbaan.parts.accounts.views.answers import see_other
from ruimbaan.ui.private_form import private_form
from ruimbaan.ui.reader import in_words


@private_form
@require_http_methods(["GET", "HEAD", "POST"])
def personas(request: HttpRequest) -> HttpResponse:
    if not settings.ENVIRONMENT.demo:
        raise Http404
    if request.method == "POST" and not carrying.arrives(request):
        persona = BY_NAME.get(request.POST.get("wie", ""))
        account = Account.objects.filter(id=persona.id).first() if persona else None
        if account is None:
            raise Http404
        sign_in(request, account, How.DEMO)
        return carrying.give_back(request, account) or see_other(home_of(account))
    shown = [(one.name, one.called, in_words(one.what)) for one in PERSONAS]
    return render(request, "accounts/personas.html", {"personas": shown})
