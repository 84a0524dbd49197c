# SPDX-License-Identifier: EUPL-1.2
"""Asking for room, only where somebody else must say yes: three sentences, and an answer in one tap."""
