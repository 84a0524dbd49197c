# SPDX-License-Identifier: EUPL-1.2
"""Pages of the giver, of who writes, and of who tries to guess."""
