# SPDX-License-Identifier: EUPL-1.2
"""Pages of frictions: for everyone, and for who keeps the region together."""
