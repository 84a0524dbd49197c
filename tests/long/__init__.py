# SPDX-License-Identifier: EUPL-1.2
"""Runs of hours, started by hand: without pytest, so the site is made ready here. Each process has a
folder and a database of its own, never those of the site on this machine."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import django
from django.conf import settings

if not settings.configured:  # a test that uses something of these has a site already
    _FOLDER = tempfile.mkdtemp(prefix="ruimbaan-long-")
    atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
    os.environ.pop("RUIMBAAN_DATABASE", None)
    os.environ.update(RUIMBAAN_VAR=_FOLDER, RUIMBAAN_DEMO="1", RUIMBAAN_DEBUG="1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
    django.setup()
