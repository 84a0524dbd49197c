# SPDX-License-Identifier: EUPL-1.2
"""What pages about requests for room show."""
