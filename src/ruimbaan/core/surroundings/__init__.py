# SPDX-License-Identifier: EUPL-1.2
"""What who stands beside somebody can do: advice per role, what a counter has to know, and whether
it helped."""
