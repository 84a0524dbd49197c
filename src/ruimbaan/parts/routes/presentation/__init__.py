# SPDX-License-Identifier: EUPL-1.2
"""From an answer of the planner to what stands on the page, in the language of the reader."""
