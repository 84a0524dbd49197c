# SPDX-License-Identifier: EUPL-1.2
"""The access log: no row on disk, no page."""
