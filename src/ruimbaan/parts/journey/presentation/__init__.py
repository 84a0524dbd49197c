# SPDX-License-Identifier: EUPL-1.2
"""From what stands in a file to values that a template only draws."""
