# SPDX-License-Identifier: EUPL-1.2
"""The frictions in daily words, from their file in `fricties/`."""

from ruimbaan.integrations.frictions.loading import load_frictions

__all__ = ["load_frictions"]
