# SPDX-License-Identifier: EUPL-1.2
"""The metro map of a region: lines are payers, stations are supports, broken links are gaps."""
