# SPDX-License-Identifier: EUPL-1.2
"""What a browser asks about requests for room."""
