# SPDX-License-Identifier: EUPL-1.2
"""What pages about notes of room show."""
