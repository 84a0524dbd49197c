# SPDX-License-Identifier: EUPL-1.2
"""Backups: taken while people work, sealed, without the keys of files, and tried out."""
