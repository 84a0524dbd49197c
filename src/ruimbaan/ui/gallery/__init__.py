# SPDX-License-Identifier: EUPL-1.2
"""The page that shows every component in every state."""
