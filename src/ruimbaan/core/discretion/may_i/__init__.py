# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit? From everyday words to what may be done, by whom, and how one accounts for it."""
