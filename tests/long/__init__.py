# SPDX-License-Identifier: EUPL-1.2
"""Runs of hours, started by hand: without pytest, so the site is made ready here."""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
django.setup()
