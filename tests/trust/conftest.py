# SPDX-License-Identifier: EUPL-1.2
"""Django is ready before a test of this folder is read. No map is needed to guard a file."""

import django

django.setup()
