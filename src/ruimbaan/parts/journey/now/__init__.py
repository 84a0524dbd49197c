# SPDX-License-Identifier: EUPL-1.2
"""Ik nu: how it is now, beside how it was then, and whether help came in time. Never a score."""
