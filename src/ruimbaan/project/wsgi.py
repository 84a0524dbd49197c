# SPDX-License-Identifier: EUPL-1.2
"""The door for a WSGI server. Refuses to open when the configuration is unsafe."""

from __future__ import annotations

from django.core.wsgi import get_wsgi_application

from ruimbaan.project import opening
from ruimbaan.project.probes import Probes

opening.open_site()
application = Probes(get_wsgi_application())
opening.read_regions_meanwhile()
