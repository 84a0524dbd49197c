# SPDX-License-Identifier: EUPL-1.2
"""Django's PostgreSQL, of which it is remembered for a moment that it is away."""
