# SPDX-License-Identifier: EUPL-1.2
"""The door for a WSGI server. Refuses to open when the configuration is unsafe."""

from __future__ import annotations

import os
from io import StringIO

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
django.setup(set_prefix=False)

from ruimbaan.parts.routecheck import queries as routecheck  # noqa: E402
from ruimbaan.project import checks, demo  # noqa: E402

call_command(  # raises SystemCheckError, which says what is wrong and what to do
    "check", deploy=not settings.ENVIRONMENT.demo, databases=["default"], stdout=StringIO()
)
if settings.ENVIRONMENT.demo:
    demo.prepare()
checks.require_tables(connection)
application = get_wsgi_application()
routecheck.questionnaire()  # reads every region now, so that the first reader need not wait
