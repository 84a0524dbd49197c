# SPDX-License-Identifier: EUPL-1.2
"""The metro map of a region: what is on it, and where everything stands. No drawing here."""
