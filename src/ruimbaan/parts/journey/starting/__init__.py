# SPDX-License-Identifier: EUPL-1.2
"""Beginning a file together: a worker beside, one screen, and the person presses the last button."""
