# SPDX-License-Identifier: EUPL-1.2
"""Ruimbaan clears the way for people who recover from an addiction."""

__version__ = "0.1.0"
