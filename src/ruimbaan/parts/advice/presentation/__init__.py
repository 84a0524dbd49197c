# SPDX-License-Identifier: EUPL-1.2
"""Advice about rules as pages show it."""
