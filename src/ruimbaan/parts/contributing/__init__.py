# SPDX-License-Identifier: EUPL-1.2
"""Steps that a person lets count for the region, without a name."""
