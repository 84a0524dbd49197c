# SPDX-License-Identifier: EUPL-1.2
"""Heavy arithmetic on top of the core."""
