# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong around the site while many people use it, and what they then see."""
