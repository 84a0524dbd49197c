# SPDX-License-Identifier: EUPL-1.2
"""The route in words, as values."""
