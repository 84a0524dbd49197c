# SPDX-License-Identifier: EUPL-1.2
"""The metro map in words and pictures for a page."""
