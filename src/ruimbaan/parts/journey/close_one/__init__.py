# SPDX-License-Identifier: EUPL-1.2
"""Who is close to somebody: what was given, support and notes of their own, and stopping."""
