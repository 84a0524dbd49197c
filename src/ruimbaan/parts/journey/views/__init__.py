# SPDX-License-Identifier: EUPL-1.2
"""Pages of the own file, of sharing it, and of who it is shared with."""
