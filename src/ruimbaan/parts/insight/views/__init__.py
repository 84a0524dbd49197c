# SPDX-License-Identifier: EUPL-1.2
"""What a steward of a region is shown, as pages and as files."""
