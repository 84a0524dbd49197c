# SPDX-License-Identifier: EUPL-1.2
"""Finding support with the words of every day, Dutch or English."""
