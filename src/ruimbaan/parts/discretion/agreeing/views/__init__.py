# SPDX-License-Identifier: EUPL-1.2
"""Pages of agreements, letters of mandate and promised room."""
